import { inputOf, type Step } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { actionOf } from '../queries/used-actions.ts';
import { readsContents, scopesOf } from '../run/permissions.ts';
import { workflowRule } from './workflow-rule.ts';

/** A checkout in a job that may not read the repository. */
export const contentsNotReadable = workflowRule({
  code: 'workflow/contents-not-readable',
  severity: 'warning',
  source: sources.token,
  *find({ permissions, jobs }) {
    for (const job of jobs) {
      if (readsContents(scopesOf(job.permissions, permissions))) continue;
      const block = job.permissions ?? permissions;
      for (const { head } of job.steps.filter(readsByToken)) yield { range: block?.range ?? head, related: [head] };
    }
  },
});

/** A checkout of the own repository by the job's own token. */
function readsByToken(step: Step): boolean {
  const isOther = ['token', 'ssh-key', 'repository'].some((name) => inputOf(step, name) !== undefined);
  return actionOf(step) === 'actions/checkout' && !isOther;
}
