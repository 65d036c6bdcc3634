import { suggest } from '../diagnostic.ts';
import type { Job, Step } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { misspelt, placeOfName, readingsOf } from '../queries/readings.ts';
import { stepWithId } from '../queries/step-ids.ts';
import { workflowRule } from './workflow-rule.ts';

/** An output of a step that has not run by then, or that is none of this job. */
export const unknownStepReference = workflowRule({
  code: 'workflow/unknown-step-reference',
  severity: 'warning',
  source: sources.contexts,
  *find(document) {
    for (const reading of readingsOf(document, 'steps')) {
      const { job, step, path } = reading;
      const [, id = ''] = path;
      if (job === null || hasRun(job, id, step)) continue;
      const ids = idsBefore(job, step);
      const { range, fixes } = misspelt(id, reading, document, ids);
      // The only step with an id is meant, however its id is spelt.
      const only = ids.length === 1 && placeOfName(id, reading.range, document) !== null ? (ids[0] ?? null) : null;
      const params = { id, path: path.join('.') };
      yield { range, params, fixes: fixes.length > 0 ? fixes : suggest(only, range) };
    }
  },
});

/** Whether a step with this id stands before the one that reads it; what belongs to the job is read at its end. */
function hasRun(job: Job, id: string, reader: Step | null): boolean {
  const step = stepWithId(job, id);
  return step !== undefined && (reader === null || step.index < reader.index);
}

function idsBefore({ steps }: Job, step: Step | null): readonly string[] {
  return steps
    .filter(({ index }) => step === null || index < step.index)
    .flatMap(({ id }) => (id === undefined ? [] : [id.text]));
}
