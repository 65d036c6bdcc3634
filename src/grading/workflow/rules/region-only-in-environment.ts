import { inputOf } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { actionOf } from '../queries/used-actions.ts';
import { workflowRule } from './workflow-rule.ts';

/** A required input that only the environment stands in for. */
export const regionOnlyInEnvironment = workflowRule({
  code: 'workflow/region-only-in-environment',
  severity: 'warning',
  source: sources.configureAws,
  *find({ env, jobs }) {
    for (const job of jobs) {
      for (const step of job.steps) {
        if (actionOf(step) !== 'aws-actions/configure-aws-credentials' || inputOf(step, 'aws-region') !== undefined)
          continue;
        if ([...env, ...job.env, ...step.env].some(({ key }) => key.text === 'AWS_REGION')) yield { range: step.head };
      }
    }
  },
});
