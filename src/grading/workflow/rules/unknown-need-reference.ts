import { nearest } from '../../core/nearest.ts';
import type { Rule } from '../../core/rule.ts';
import { found, suggest } from '../diagnostic.ts';
import type { WorkflowDocument } from '../document.ts';
import { changed } from '../example.ts';
import { placeOfName, readingsIn } from '../expressions-in.ts';
import { sources } from '../facts/sources.ts';

/** A job that is read, but not waited for. */
export const unknownNeedReference: Rule<WorkflowDocument> = {
  code: 'workflow/unknown-need-reference',
  severity: 'warning',
  source: sources.contexts,
  example: changed('workshop-app:${{ github.sha }}', 'workshop-app:${{ needs.tag.outputs.value }}'),
  check: (document) =>
    readingsIn(document).flatMap(({ path, range, job }) => {
      const [context = '', id = ''] = path;
      if (context.toLowerCase() !== 'needs' || job === null || path.length < 2 || id === '*') return [];
      const needed = job.needs.map(({ text }) => text);
      if (needed.some((known) => known.toLowerCase() === id.toLowerCase())) return [];
      const place = placeOfName(id, range, document);
      const fixes = place === null ? [] : suggest(nearest(id, needed), place);
      return [
        found(
          'warning',
          'workflow/unknown-need-reference',
          { id, path: path.join('.') },
          place ?? range,
          sources.contexts,
          { fixes },
        ),
      ];
    }),
};
