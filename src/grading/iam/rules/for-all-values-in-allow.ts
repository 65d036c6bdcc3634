import { message } from '../../../messages/index.ts';
import type { Statement } from '../document.ts';
import { readOperator } from '../facts/operators.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** `ForAllValues` in an Allow without a guard: it holds when the key is absent, and so grants to who leaves it out. */
export const forAllValuesInAllow = policyRule({
  code: 'iam/for-all-values-in-allow',
  severity: 'warning',
  source: accessAnalyzer('security-warning-forallvalues-with-single-valued-key'),
  *find({ statements }) {
    for (const statement of statements) {
      for (const { operator, key } of statement.effect === 'Allow' ? statement.conditions : []) {
        if (readOperator(operator.value)?.set !== 'ForAllValues' || isGuarded(statement, key.value)) continue;
        yield { at: operator, message: message('iam/for-all-values-in-allow', { key: key.value }), related: [key] };
      }
    }
  },
});

function isGuarded({ conditions }: Statement, key: string): boolean {
  return conditions.some(
    (line) =>
      readOperator(line.operator.value)?.base === 'Null' &&
      line.key.value.toLowerCase() === key.toLowerCase() &&
      line.values.every(({ text }) => text.toLowerCase() === 'false'),
  );
}
