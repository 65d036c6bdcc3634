import type { Rule } from '../../core/rule.ts';
import { found, quote } from '../diagnostic.ts';
import type { WorkflowDocument } from '../document.ts';
import { changed } from '../example.ts';
import { sources } from '../facts/sources.ts';
import { type Node, walkScalars } from '../yaml/tree.ts';

/** A number that is handed on otherwise than it is written. */
export const numberChanges: Rule<WorkflowDocument> = {
  code: 'workflow/number-changes',
  severity: 'warning',
  source: sources.yaml,
  example: changed('permissions:', 'env:\n  VERSION: 1.10\npermissions:', "env:\n  VERSION: '1.10'\npermissions:"),
  check: (document) => {
    const values: Node[] = [
      ...document.env,
      ...document.jobs.flatMap(({ env, steps }) => [...env, ...steps.flatMap((step) => [...step.env, ...step.inputs])]),
    ].map(({ value }) => value);
    const matrices = document.jobs.flatMap(({ matrix }) => (matrix === undefined ? [] : [matrix]));
    return [...values, ...matrices].flatMap((node) =>
      Array.from(walkScalars(node)).flatMap(([scalar]) => {
        const written = document.text.slice(scalar.range.start, scalar.range.end);
        if (typeof scalar.value !== 'number' || written === scalar.text || written.startsWith('*')) return [];
        const params = { written, printed: scalar.text };
        return [
          found('warning', 'workflow/number-changes', params, scalar.range, sources.yaml, {
            fixes: quote(written, scalar.range),
          }),
        ];
      }),
    );
  },
};
