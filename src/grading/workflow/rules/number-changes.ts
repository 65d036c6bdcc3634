import { everyLeaf, type Tree } from '../../core/yaml/tree.ts';
import { quote } from '../diagnostic.ts';
import type { WorkflowDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { workflowRule } from './workflow-rule.ts';

/** A number that is handed on otherwise than it is written. */
export const numberChanges = workflowRule({
  code: 'workflow/number-changes',
  severity: 'warning',
  source: sources.yaml,
  *find(document) {
    for (const node of handedOn(document)) {
      for (const { value, text, written, range } of everyLeaf(node)) {
        if (typeof value !== 'number' || written === text) continue;
        yield { range, params: { written, printed: text }, fixes: quote(written, range) };
      }
    }
  },
});

/** Values that somebody will read as text: variables, inputs, the matrix. */
function handedOn({ env, jobs }: WorkflowDocument): readonly Tree[] {
  const entries = [
    ...env,
    ...jobs.flatMap((job) => [...job.env, ...job.steps.flatMap((step) => [...step.env, ...step.inputs])]),
  ];
  const matrices = jobs.flatMap(({ matrix }) => (matrix === undefined ? [] : [matrix]));
  return [...entries.map(({ value }) => value), ...matrices];
}
