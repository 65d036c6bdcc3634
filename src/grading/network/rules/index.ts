import type { Rule } from '../../core/rule.ts';
import type { NetworkDocument } from '../document.ts';
import { badPort } from './bad-port.ts';
import { badProtocol } from './bad-protocol.ts';
import { badSource } from './bad-source.ts';
import { forgottenSub } from './forgotten-sub.ts';
import { fullWidthCharacters } from './full-width-characters.ts';
import { groupsOnGateway } from './groups-on-gateway.ts';
import { hostName } from './host-name.ts';
import { incompleteService } from './incomplete-service.ts';
import { misspeltService } from './misspelt-service.ts';
import { notAServiceName } from './not-a-service-name.ts';
import { routesOnInterface } from './routes-on-interface.ts';
import { typeNotOffered } from './type-not-offered.ts';
import { unfilledPlaceholder } from './unfilled-placeholder.ts';
import { unknownRegion } from './unknown-region.ts';
import { unknownResourceType } from './unknown-resource-type.ts';
import { unknownService } from './unknown-service.ts';
import { unknownType } from './unknown-type.ts';

/** What is seen in the file alone, whatever task is to start. */
export const rules: readonly Rule<NetworkDocument>[] = [
  fullWidthCharacters,
  forgottenSub,
  unfilledPlaceholder,
  hostName,
  notAServiceName,
  unknownRegion,
  misspeltService,
  incompleteService,
  unknownService,
  unknownResourceType,
  unknownType,
  typeNotOffered,
  groupsOnGateway,
  routesOnInterface,
  badProtocol,
  badPort,
  badSource,
];
