import type { Rule } from '../../core/rule.ts';
import { found, quoted } from '../diagnostic.ts';
import type { NetworkDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { judgeService } from '../judge-service.ts';
import { isReadable } from '../term.ts';

/** A placeholder of a template or a shell in a file that is neither. */
export const unfilledPlaceholder: Rule<NetworkDocument> = {
  code: 'network/unfilled-placeholder',
  severity: 'error',
  source: sources.endpointServices,
  check: ({ endpoints, format }) =>
    endpoints.flatMap(({ service }) => {
      if (format === 'template' || !isReadable(service)) return [];
      if (judgeService(service).kind !== 'unsubstituted') return [];
      const params = { written: quoted(service.text) };
      return [found('error', 'network/unfilled-placeholder', params, service.range, sources.endpointServices)];
    }),
};
