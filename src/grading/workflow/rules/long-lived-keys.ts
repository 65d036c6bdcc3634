import { type Entry, leafOf } from '../../core/yaml/tree.ts';
import { inputOf, type Step, stepsOf } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { actionOf } from '../queries/used-actions.ts';
import { workflowRule } from './workflow-rule.ts';

/** Keys that last, where a role would do. */
export const longLivedKeys = workflowRule({
  code: 'workflow/long-lived-keys',
  severity: 'warning',
  source: sources.oidc,
  *find(document) {
    for (const step of stepsOf(document)) {
      const key = keyOf(step);
      if (key !== undefined && /secrets\./.test(leafOf(key.value)?.text ?? '')) yield { range: key.range };
    }
  },
});

/** The input that may hold a key of AWS. */
function keyOf(step: Step): Entry | undefined {
  const action = actionOf(step);
  if (action === 'aws-actions/configure-aws-credentials') return inputOf(step, 'aws-access-key-id');
  const isEcr = /\.dkr\.ecr\./.test(leafOf(inputOf(step, 'registry')?.value)?.text ?? '');
  return action === 'docker/login-action' && isEcr ? inputOf(step, 'username') : undefined;
}
