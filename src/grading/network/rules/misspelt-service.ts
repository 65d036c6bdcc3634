import type { Rule } from '../../core/rule.ts';
import { found, quoted, replaceWith } from '../diagnostic.ts';
import type { NetworkDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { judgedServices } from '../judge-service.ts';
import { isVerbatim, placeOf } from '../term.ts';

/** A service that is not known, with a name near to one that is: an error where it can only be a slip. */
export const misspeltService: Rule<NetworkDocument> = {
  code: 'network/misspelt-service',
  severity: 'error',
  source: sources.endpointServices,
  check: (document) =>
    judgedServices(document).flatMap(({ service, verdict }) => {
      if (verdict.kind !== 'named' || verdict.service.kind !== 'misspelt') return [];
      const { name, meant, certain } = verdict.service;
      const range = placeOf(name, service);
      const fixes = isVerbatim(service) ? replaceWith(meant, range) : [];
      const params = { service: quoted(name), meant };
      return [
        found(certain ? 'error' : 'warning', 'network/misspelt-service', params, range, sources.endpointServices, {
          fixes,
        }),
      ];
    }),
};
