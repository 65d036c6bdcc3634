import { nearest } from '../../core/nearest.ts';
import type { Rule } from '../../core/rule.ts';
import { found, suggest } from '../diagnostic.ts';
import type { WorkflowDocument } from '../document.ts';
import { changed } from '../example.ts';
import { placeOfName, readingsIn } from '../expressions-in.ts';
import { sources } from '../facts/sources.ts';
import { childOf, entriesOf, type Node } from '../yaml/tree.ts';

/** A key that the job's matrix does not have, or a matrix that is not there. */
export const unknownMatrixKey: Rule<WorkflowDocument> = {
  code: 'workflow/unknown-matrix-key',
  severity: 'warning',
  source: sources.contexts,
  example: changed('platforms: linux/amd64,linux/arm64', 'platforms: ${{ matrix.platform }}'),
  check: (document) =>
    readingsIn(document).flatMap(({ path, range, job }) => {
      const [context = '', name = ''] = path;
      if (context.toLowerCase() !== 'matrix' || job === null || path.length < 2 || name === '*') return [];
      const names = keysOf(job.matrix);
      if (names === null || names.some((known) => known.toLowerCase() === name.toLowerCase())) return [];
      const place = placeOfName(name, range, document);
      const fixes = place === null ? [] : suggest(nearest(name, names), place);
      return [found('warning', 'workflow/unknown-matrix-key', { name }, place ?? range, sources.contexts, { fixes })];
    }),
};

/** All keys of a matrix; null when an expression makes them. */
function keysOf(matrix: Node | undefined): readonly string[] | null {
  if (matrix === undefined) return [];
  if (matrix.kind !== 'map') return null;
  const include = childOf(matrix, 'include');
  if (include !== undefined && include.kind !== 'list') return null;
  const included = (include?.items ?? []).flatMap((item) => entriesOf(item));
  return [...matrix.entries, ...included].map(({ key }) => key.text);
}
