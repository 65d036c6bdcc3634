import { suggest } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import { walkScalars } from '../yaml/tree.ts';
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
  *find({ root, text }) {
    for (const [scalar] of walkScalars(root ?? undefined)) {
      for (const match of text.slice(scalar.range.start, scalar.range.end).matchAll(lookalike)) {
        const start = scalar.range.start + match.index;
        const range = { ...scalar.range, start, end: start + match[0].length };
        const meant = match[0].replace(/^[${(]+|[})]+$/g, '').trim();
        yield { range, params: { text: match[0] }, fixes: suggest(`\${{ ${meant} }}`, range) };
      }
    }
  },
});
