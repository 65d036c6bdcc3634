import { sources } from '../facts/sources.ts';
import { readingsIn } from '../queries/readings.ts';
import { workflowRule } from './workflow-rule.ts';

/** A secret that becomes part of a script. */
export const secretInScript = workflowRule({
  code: 'workflow/secret-in-script',
  severity: 'warning',
  source: sources.secureUse,
  *find(document) {
    for (const { context, path, range, place } of readingsIn(document)) {
      if (context === 'secrets' && place === 'script') yield { range, params: { name: path[1] ?? '' } };
    }
  },
});
