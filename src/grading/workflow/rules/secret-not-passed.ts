import { calledBy, declaredIn, givenBy, inheritsSecrets, named } from '../calls/called.ts';
import { sources } from '../facts/sources.ts';
import { type Reading, readingsOf } from '../queries/readings.ts';
import { workflowRule } from './workflow-rule.ts';

/** A secret that a called workflow reads and that the call does not hand over. One that is declared as required, GitHub asks for itself. */
export const secretNotPassed = workflowRule({
  code: 'workflow/secret-not-passed',
  severity: 'warning',
  source: sources.reusable,
  *find(document) {
    for (const job of document.jobs) {
      const called = calledBy(job, document);
      if (called === undefined || job.uses === undefined || inheritsSecrets(job)) continue;
      const given = givenBy(job, 'secrets');
      const optional = declaredIn(called, 'secrets');
      for (const reading of readingsOf(called, 'secrets').filter(hasNoEnvironment)) {
        const [, name = ''] = reading.path;
        if (name.toUpperCase() === 'GITHUB_TOKEN' || named(given, name) || named(optional, name)) continue;
        yield { range: job.uses.range, related: [reading.range], params: { secret: name, file: called.file } };
      }
    }
  },
});

/** An environment may have a secret of that name, which nobody has to hand over. */
function hasNoEnvironment({ job }: Reading): boolean {
  return job?.environment === undefined;
}
