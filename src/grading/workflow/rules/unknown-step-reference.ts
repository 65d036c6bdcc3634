import { nearest } from '../../core/nearest.ts';
import type { Rule } from '../../core/rule.ts';
import { found, suggest } from '../diagnostic.ts';
import type { Job, Step, WorkflowDocument } from '../document.ts';
import { changed } from '../example.ts';
import { placeOfName, readingsIn } from '../expressions-in.ts';
import { sources } from '../facts/sources.ts';

/** An output of a step that has not run by then, or that is none of this job. */
export const unknownStepReference: Rule<WorkflowDocument> = {
  code: 'workflow/unknown-step-reference',
  severity: 'warning',
  source: sources.contexts,
  example: changed('steps.login.outputs', 'steps.ecr.outputs'),
  check: (document) =>
    readingsIn(document).flatMap(({ path, range, job, step }) => {
      const [context = '', id = ''] = path;
      if (context.toLowerCase() !== 'steps' || job === null || path.length < 2 || id === '*') return [];
      const ids = idsBefore(job, step);
      if (ids.some((known) => known.toLowerCase() === id.toLowerCase())) return [];
      const place = placeOfName(id, range, document);
      const fixes =
        place === null ? [] : suggest(nearest(id, ids) ?? (ids.length === 1 ? (ids[0] ?? null) : null), place);
      return [
        found(
          'warning',
          'workflow/unknown-step-reference',
          { id, path: path.join('.') },
          place ?? range,
          sources.contexts,
          { fixes },
        ),
      ];
    }),
};

function idsBefore({ steps }: Job, step: Step | null): readonly string[] {
  return steps
    .filter(({ index }) => step === null || index < step.index)
    .flatMap(({ id }) => (id === undefined ? [] : [id.text]));
}
