import type { Rule } from '../../core/rule.ts';
import { found } from '../diagnostic.ts';
import type { NetworkDocument } from '../document.ts';
import { gatewayServices } from '../facts/services.ts';
import { sources } from '../facts/sources.ts';
import { judgedServices } from '../judge-service.ts';

/** A type that the service does not have, written or by default. */
export const typeNotOffered: Rule<NetworkDocument> = {
  code: 'network/type-not-offered',
  severity: 'error',
  source: sources.createEndpoint,
  check: (document) =>
    judgedServices(document).flatMap(({ service, type, verdict }) => {
      if (type.value === null) return [];
      if (verdict.kind !== 'named' || verdict.service.kind !== 'known') return [];
      const { name } = verdict.service;
      if (!isForeign(type.value, name)) return [];
      const range = type.range ?? service.range;
      return [
        found('error', 'network/type-not-offered', { service: name, type: type.value }, range, sources.createEndpoint),
      ];
    }),
};

function isForeign(type: string, service: string): boolean {
  if (type === 'Gateway') return !gatewayServices.includes(service);
  return type === 'GatewayLoadBalancer' || type === 'Resource' || type === 'ServiceNetwork';
}
