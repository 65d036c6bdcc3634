import type { Rule } from '../../core/rule.ts';
import type { SourceRange } from '../../core/types.ts';
import { found, messageOf } from '../diagnostic.ts';
import type { WorkflowDocument } from '../document.ts';
import { changed } from '../example.ts';
import { sources } from '../facts/sources.ts';
import { walkScalars } from '../yaml/tree.ts';

const contexts = 'github|env|vars|steps|secrets|needs|matrix|inputs|job|runner|strategy';
const lookalike = new RegExp(
  `\\$\\{(?!\\{)\\s*(?:${contexts})\\.[\\w.-]+\\s*\\}{1,2}|(?<!\\$)\\{\\{\\s*(?:${contexts})\\.[\\w.-]+\\s*\\}\\}|\\$\\{\\{\\s*(?:${contexts})\\.[\\w.-]+\\s*\\}(?!\\})|\\$\\((?:${contexts})\\.[\\w.-]+\\)`,
  'g',
);

/** Text that looks like an expression, but has a brace or the dollar sign too few. */
export const notAnExpression: Rule<WorkflowDocument> = {
  code: 'workflow/not-an-expression',
  severity: 'warning',
  source: sources.expressions,
  example: changed('${{ github.sha }}', '${ github.sha }'),
  check: (document) =>
    Array.from(walkScalars(document.root ?? undefined)).flatMap(([{ range }]) =>
      Array.from(document.text.slice(range.start, range.end).matchAll(lookalike), (match) => {
        const start = range.start + match.index;
        const place: SourceRange = { ...range, start, end: start + match[0].length };
        const inner = match[0].replace(/^[${(]+|[})]+$/g, '').trim();
        const fixes = [
          {
            title: messageOf('workflow/fix-use-name', { name: `\${{ ${inner} }}` }),
            edits: [{ range: place, text: `\${{ ${inner} }}` }],
          },
        ];
        return found('warning', 'workflow/not-an-expression', { text: match[0] }, place, sources.expressions, {
          fixes,
        });
      }),
    ),
};
