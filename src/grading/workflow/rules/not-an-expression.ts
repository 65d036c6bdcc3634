import { everyLeaf } from '../../core/yaml/tree.ts';
import { suggest } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import { workflowRule } from './workflow-rule.ts';

const contexts = 'github|env|vars|steps|secrets|needs|matrix|inputs|job|runner|strategy';
const path = `\\s*(?:${contexts})\\.[\\w.-]+\\s*`;

/** `${ x }`, `${ x }}`, `{{ x }}`, `${{ x }` and `$(x)`. */
const lookalike = new RegExp(
  [
    `\\$\\{(?!\\{)${path}\\}{1,2}`,
    `(?<!\\$)\\{\\{${path}\\}\\}`,
    `\\$\\{\\{${path}\\}(?!\\})`,
    `\\$\\((?:${contexts})\\.[\\w.-]+\\)`,
  ].join('|'),
  'g',
);

/** Text that looks like an expression, but has a brace or the dollar sign too few. */
export const notAnExpression = workflowRule({
  code: 'workflow/not-an-expression',
  severity: 'warning',
  source: sources.expressions,
  *find({ root }) {
    for (const leaf of everyLeaf(root ?? undefined)) {
      for (const match of leaf.written.matchAll(lookalike)) {
        const start = leaf.range.start + match.index;
        const range = { ...leaf.range, start, end: start + match[0].length };
        const meant = match[0].replace(/^[${(]+|[})]+$/g, '').trim();
        yield { range, params: { text: match[0] }, fixes: suggest(`\${{ ${meant} }}`, range) };
      }
    }
  },
});
