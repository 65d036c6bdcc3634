import { calledBy } from '../calls/called.ts';
import { inputOf, type Job, type Step, type WorkflowDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { actionOf } from '../queries/used-actions.ts';
import { blockOf, readsContents, scopesOf } from '../run/permissions.ts';
import { workflowRule } from './workflow-rule.ts';

/** A checkout in a job that may not read the repository. */
export const contentsNotReadable = workflowRule({
  code: 'workflow/contents-not-readable',
  severity: 'warning',
  source: sources.token,
  *find(document) {
    const { permissions, jobs } = document;
    yield* jobs.flatMap((job) => ofCalled(job, document));
    for (const job of jobs) {
      if (readsContents(scopesOf(job.permissions, permissions))) continue;
      const block = job.permissions ?? permissions;
      for (const { head } of job.steps.filter(readsByToken)) yield { range: block?.range ?? head, related: [head] };
    }
  },
});

/** A block of the calling job holds for the called jobs that have none. */
function ofCalled(job: Job, document: WorkflowDocument) {
  const called = calledBy(job, document);
  const block = blockOf(job, document);
  if (called === undefined || called.permissions !== undefined || readsContents(scopesOf(block, undefined))) return [];
  const readers = called.jobs.filter(({ permissions }) => permissions === undefined).flatMap(({ steps }) => steps);
  return readers.filter(readsByToken).map(({ head }) => ({ range: block?.range ?? job.idRange, related: [head] }));
}

/** A checkout of the own repository by the job's own token. */
function readsByToken(step: Step): boolean {
  const isOther = ['token', 'ssh-key', 'repository'].some((name) => inputOf(step, name) !== undefined);
  return actionOf(step) === 'actions/checkout' && !isOther;
}
