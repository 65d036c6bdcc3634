import { entriesOf, type Tree, valueAt } from '../../core/yaml/tree.ts';
import { sources } from '../facts/sources.ts';
import { includesName, misspelt, readingsOf } from '../queries/readings.ts';
import { workflowRule } from './workflow-rule.ts';

/** A key that the job's matrix does not have, or a matrix that is not there. */
export const unknownMatrixKey = workflowRule({
  code: 'workflow/unknown-matrix-key',
  severity: 'warning',
  source: sources.contexts,
  *find(document) {
    for (const reading of readingsOf(document, 'matrix')) {
      const [, name = ''] = reading.path;
      const names = reading.job === null ? null : keysOf(reading.job.matrix);
      if (names === null || includesName(names, name)) continue;
      yield { ...misspelt(name, reading, document, names), params: { name } };
    }
  },
});

/** All keys of a matrix; null when an expression makes them. */
function keysOf(matrix: Tree | undefined): readonly string[] | null {
  if (matrix === undefined) return [];
  if (matrix.kind !== 'mapping') return null;
  const include = valueAt(matrix, 'include');
  if (include !== undefined && include.kind !== 'list') return null;
  const included = (include?.items ?? []).flatMap((item) => entriesOf(item));
  return [...matrix.entries, ...included].map(({ key }) => key.text);
}
