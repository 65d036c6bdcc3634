import { sources } from '../facts/sources.ts';
import { readingsIn } from '../queries/readings.ts';
import { workflowRule } from './workflow-rule.ts';

/** A secret that every step can read. */
export const secretInWideEnv = workflowRule({
  code: 'workflow/secret-in-wide-env',
  severity: 'warning',
  source: sources.secureUse,
  *find(document) {
    for (const { context, path, range, place, step } of readingsIn(document)) {
      if (context === 'secrets' && place === 'env' && step === null) yield { range, params: { name: path[1] ?? '' } };
    }
  },
});
