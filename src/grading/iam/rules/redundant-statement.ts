import { message } from '../../../messages/index.ts';
import { openingBraceOf, type Statement } from '../document.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import type { Edit } from '../finding.ts';
import { canonicalStatement } from '../queries/canonical.ts';
import { policyRule } from './policy-rule.ts';

/** A statement that stands in the policy twice, whatever its `Sid` and the order of its entries. */
export const redundantStatement = policyRule({
  code: 'iam/redundant-statement',
  severity: 'info',
  source: accessAnalyzer('suggestion-redundant-statement'),
  *find({ statements }) {
    const first = new Map<string, Statement>();
    for (const statement of statements) {
      if (statement.effect === null || statement.action === null) continue;
      const id = canonicalStatement(statement);
      const known = first.get(id);
      if (known === undefined) {
        first.set(id, statement);
        continue;
      }
      yield {
        at: openingBraceOf(statement.node),
        message: message('iam/redundant-statement', { statement: known.index + 1 }),
        related: [openingBraceOf(known.node)],
        edits: removalOf(statement, statements),
      };
    }
  },
});

/** The statement goes with the comma before it. */
function removalOf({ index, node }: Statement, statements: readonly Statement[]): readonly Edit[] {
  const before = statements[index - 1];
  return before === undefined ? [] : [{ start: before.node.end, end: node.end, text: '' }];
}
