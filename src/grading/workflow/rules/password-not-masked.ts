import { leafOf } from '../../core/yaml/tree.ts';
import { inputOf } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { usedActions } from '../queries/used-actions.ts';
import { workflowRule } from './workflow-rule.ts';

/** A password that the log would show. */
export const passwordNotMasked = workflowRule({
  code: 'workflow/password-not-masked',
  severity: 'warning',
  source: sources.ecrLogin,
  *find(document) {
    for (const { step, reference } of usedActions(document)) {
      if (reference.name !== 'aws-actions/amazon-ecr-login') continue;
      const mask = inputOf(step, 'mask-password');
      const isOff = mask === undefined ? reference.major === 1 : leafOf(mask.value)?.text.toLowerCase() === 'false';
      if (isOff) yield { range: mask?.range ?? step.head };
    }
  },
});
