import type { Rule } from '../../core/rule.ts';
import { found, quoted, replaceWith } from '../diagnostic.ts';
import type { NetworkDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { judgedServices } from '../judge-service.ts';
import { isVerbatim } from '../term.ts';

/** The DNS name of a service where its endpoint service name belongs. */
export const hostName: Rule<NetworkDocument> = {
  code: 'network/host-name',
  severity: 'error',
  source: sources.endpointServices,
  check: (document) =>
    judgedServices(document).flatMap(({ service, verdict }) => {
      if (verdict.kind !== 'host-name') return [];
      const fixes = isVerbatim(service) ? replaceWith(verdict.meant, service.range) : [];
      const params = { written: quoted(service.text) };
      return [found('error', 'network/host-name', params, service.range, sources.endpointServices, { fixes })];
    }),
};
