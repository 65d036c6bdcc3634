import { nearest } from '../../core/nearest.ts';
import { everyLeaf, type Leaf, leavesOf, valueAt } from '../../core/yaml/tree.ts';
import { suggest } from '../diagnostic.ts';
import type { Job } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { hostedLabels, runnerFor } from '../run/runner.ts';
import { workflowRule } from './workflow-rule.ts';

/** A label that none of GitHub's own runners has, or has any more. */
export const unknownLabel = workflowRule({
  code: 'workflow/unknown-label',
  severity: 'warning',
  source: sources.runners,
  *find({ jobs }) {
    for (const { text, range } of jobs.flatMap(labelsIn)) {
      if (!['unknown-label', 'retired'].includes(runnerFor([text]).kind)) continue;
      yield { range, params: { label: text }, fixes: suggest(nearest(text, hostedLabels), range) };
    }
  },
});

/** Labels that stand in the file, in `runs-on` or in the matrix that it reads. Several at once are somebody's own runner. */
function labelsIn({ runsOn, matrix }: Job): readonly Leaf[] {
  if (runsOn?.kind === 'mapping') return [];
  const isPlain = ({ text }: Leaf) => !text.includes('${{');
  const direct = leavesOf(runsOn).filter(isPlain);
  if (direct.length > 1 || direct.some(({ text }) => text.toLowerCase() === 'self-hosted')) return [];
  const key = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(leavesOf(runsOn)[0]?.text ?? '')?.[1];
  if (key === undefined) return direct;
  const values = Array.from(everyLeaf(valueAt(matrix, key)));
  return [...direct, ...values.filter(isPlain)];
}
