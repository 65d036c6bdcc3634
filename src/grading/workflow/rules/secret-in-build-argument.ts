import { sources } from '../facts/sources.ts';
import { readingsIn } from '../queries/readings.ts';
import { workflowRule } from './workflow-rule.ts';

/** A secret that stays in the image's history. */
export const secretInBuildArgument = workflowRule({
  code: 'workflow/secret-in-build-argument',
  severity: 'warning',
  source: sources.buildSecrets,
  *find(document) {
    for (const { context, path, range, place, key } of readingsIn(document)) {
      if (context === 'secrets' && place === 'input' && key.toLowerCase() === 'build-args')
        yield { range, params: { name: path[1] ?? '' } };
    }
  },
});
