import { leafOf, valueAt } from '../../core/yaml/tree.ts';
import { sources } from '../facts/sources.ts';
import { workflowRule } from './workflow-rule.ts';

/** All secrets for a workflow of another repository, which may change without a commit to this one. */
export const secretsInherit = workflowRule({
  code: 'workflow/secrets-inherit',
  severity: 'warning',
  source: sources.reusable,
  *find({ jobs }) {
    for (const { node, uses } of jobs) {
      const secrets = leafOf(valueAt(node, 'secrets'));
      if (uses === undefined || uses.text.startsWith('./') || secrets?.text !== 'inherit') continue;
      yield { range: secrets.range, params: { uses: uses.text } };
    }
  },
});
