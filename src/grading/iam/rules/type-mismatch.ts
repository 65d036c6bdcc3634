import { message } from '../../../messages/index.ts';
import { isNumber } from '../compare.ts';
import { type OperatorFamily, readOperator } from '../facts/operators.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

const fits: Readonly<Partial<Record<OperatorFamily, (text: string) => boolean>>> = {
  Numeric: (text) => isNumber(text) || text.includes('${'),
  Bool: (text) => /^(true|false)$/i.test(text) || text.includes('${'),
  Null: (text) => /^(true|false)$/i.test(text) || text.includes('${'),
};

/** A value that its operator cannot read: it fits nothing. */
export const typeMismatch = policyRule({
  code: 'iam/type-mismatch',
  severity: 'warning',
  source: accessAnalyzer('general-warning-type-mismatch-number'),
  *find({ statements }) {
    for (const { conditions } of statements) {
      for (const { operator, values } of conditions) {
        const check = fits[readOperator(operator.value)?.fact.family ?? 'String'];
        for (const { node, text } of check === undefined ? [] : values) {
          if (check?.(text)) continue;
          yield { at: node, message: message('iam/type-mismatch', { value: text, operator: operator.value }) };
        }
      }
    }
  },
});
