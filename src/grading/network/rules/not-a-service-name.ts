import type { Rule } from '../../core/rule.ts';
import { found, quoted, replaceWith } from '../diagnostic.ts';
import type { NetworkDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { judgedServices } from '../judge-service.ts';
import { isVerbatim } from '../term.ts';

/** A text that lacks the parts of a service name, or has them in another order. */
export const notAServiceName: Rule<NetworkDocument> = {
  code: 'network/not-a-service-name',
  severity: 'error',
  source: sources.endpointServices,
  check: (document) =>
    judgedServices(document).flatMap(({ service, verdict }) => {
      if (verdict.kind !== 'malformed') return [];
      const fixes = isVerbatim(service) ? replaceWith(verdict.meant, service.range) : [];
      const params = { written: quoted(service.text) };
      return [found('error', 'network/not-a-service-name', params, service.range, sources.endpointServices, { fixes })];
    }),
};
