import { calledBy, declaredIn } from '../calls/called.ts';
import type { Job, WorkflowDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { includesName, misspelt, readingsOf } from '../queries/readings.ts';
import { workflowRule } from './workflow-rule.ts';

/** An output that the needed job does not declare, or the workflow that it calls; or that of a job, handed back to callers. */
export const unknownJobOutput = workflowRule({
  code: 'workflow/unknown-job-output',
  severity: 'warning',
  source: sources.contexts,
  *find(document) {
    for (const reading of [...readingsOf(document, 'needs'), ...readingsOf(document, 'jobs')]) {
      const [, id = '', property = '', output = ''] = reading.path;
      if (property.toLowerCase() !== 'outputs' || output === '' || output === '*') continue;
      const job = document.jobs.find((each) => each.id.toLowerCase() === id.toLowerCase());
      const names = job === undefined ? null : outputsOf(job, document);
      if (names === null || includesName(names, output)) continue;
      yield { ...misspelt(output, reading, document, names), params: { id, output } };
    }
  },
});

/** The outputs of a job; null where it calls a workflow that cannot be seen. */
function outputsOf(job: Job, document: WorkflowDocument): readonly string[] | null {
  if (job.uses === undefined) return job.outputs.map(({ key }) => key.text);
  const called = calledBy(job, document);
  return called === undefined ? null : declaredIn(called, 'outputs').map(({ key }) => key.text);
}
