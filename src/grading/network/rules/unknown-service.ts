import type { Rule } from '../../core/rule.ts';
import { found, quoted } from '../diagnostic.ts';
import type { NetworkDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { judgedServices } from '../judge-service.ts';
import { placeOf } from '../term.ts';

/** A service that is not in the list of facts. A warning: AWS adds services faster than a list is read. */
export const unknownService: Rule<NetworkDocument> = {
  code: 'network/unknown-service',
  severity: 'warning',
  source: sources.endpointServices,
  check: (document) =>
    judgedServices(document).flatMap(({ service, verdict }) => {
      if (verdict.kind !== 'named' || verdict.service.kind !== 'unknown') return [];
      const range = placeOf(verdict.service.name, service);
      const params = { service: quoted(verdict.service.name) };
      return [found('warning', 'network/unknown-service', params, range, sources.endpointServices)];
    }),
};
