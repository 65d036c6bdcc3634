import type { Rule } from '../../core/rule.ts';
import { found, quoted } from '../diagnostic.ts';
import type { NetworkDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { judgedServices } from '../judge-service.ts';

/** A placeholder of a template or a shell in a file that is neither. */
export const unfilledPlaceholder: Rule<NetworkDocument> = {
  code: 'network/unfilled-placeholder',
  severity: 'error',
  source: sources.endpointServices,
  check: (document) =>
    judgedServices(document).flatMap(({ service, verdict }) => {
      if (document.format === 'template' || verdict.kind !== 'unsubstituted') return [];
      const params = { written: quoted(service.text) };
      return [found('error', 'network/unfilled-placeholder', params, service.range, sources.endpointServices)];
    }),
};
