import { message } from '../../../messages/index.ts';
import { readOperator } from '../facts/operators.ts';
import { iamGuide } from '../facts/sources.ts';
import { parseInstant } from '../instants.ts';
import { policyRule } from './policy-rule.ts';

/** A value under a date operator that is no date. */
export const invalidDate = policyRule({
  code: 'iam/invalid-date',
  severity: 'error',
  refuses: true,
  source: iamGuide('reference_policies_elements_condition_operators'),
  *find({ statements }) {
    for (const { conditions } of statements) {
      for (const { operator, values } of conditions) {
        if (readOperator(operator.value)?.fact.family !== 'Date') continue;
        for (const { node, text } of values) {
          if (parseInstant(text) === null) yield { at: node, message: message('iam/invalid-date', { value: text }) };
        }
      }
    }
  },
});
