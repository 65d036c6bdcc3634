import { message } from '../../../messages/index.ts';
import { memberOf, type Statement } from '../document.ts';
import { readOperator } from '../facts/operators.ts';
import type { JsonString } from '../json/nodes.ts';
import { withoutVariables } from '../variables.ts';
import { accessAnalyzer, policyRule } from './policy-rule.ts';

/** `*` or `?` under an operator that takes them for what they are. */
export const wildcardWithoutLike = policyRule({
  code: 'iam/wildcard-without-like',
  severity: 'warning',
  source: accessAnalyzer('general-warning-wildcard-without-like-operator'),
  *find({ statements }) {
    for (const statement of statements) {
      for (const { operator, values } of statement.conditions) {
        const fact = readOperator(operator.value)?.fact;
        if (fact?.family !== 'String' || fact.comparison !== 'equals') continue;
        for (const { node, text } of values) {
          if (!/[*?]/.test(withoutVariables(text))) continue;
          const params = { value: text, operator: operator.value };
          yield {
            at: node,
            message: message('iam/wildcard-without-like', params),
            edits: editsFor(statement, operator),
          };
        }
      }
    }
  },
});

/** The operator gives way to its `Like` where it has one key only and the statement no such operator yet. */
function editsFor(
  { node, conditions }: Statement,
  operator: JsonString,
): { start: number; end: number; text: string }[] {
  const condition = memberOf(node, 'Condition')?.value;
  const like = operator.value.replace('Equals', 'Like');
  const isFree = condition !== undefined && memberOf(condition, like) === null;
  const lines = conditions.filter((line) => line.operator === operator);
  return isFree && lines.length === 1 ? [{ start: operator.start, end: operator.end, text: JSON.stringify(like) }] : [];
}
