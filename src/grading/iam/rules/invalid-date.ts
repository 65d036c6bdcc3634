import { message } from '../../../messages/index.ts';
import { readOperator } from '../facts/operators.ts';
import { parseInstant } from '../instants.ts';
import { iamGuide, policyRule, policyWith, statementWith } from './policy-rule.ts';

/** A value under a date operator that is no date. */
export const invalidDate = policyRule({
  code: 'iam/invalid-date',
  severity: 'error',
  refuses: true,
  source: iamGuide('reference_policies_elements_condition_operators'),
  example: {
    fails: policyWith(statementWith({ Condition: { DateLessThan: { 'aws:CurrentTime': '31 December 2026' } } })),
    passes: policyWith(statementWith({ Condition: { DateLessThan: { 'aws:CurrentTime': '2026-12-31T00:00:00Z' } } })),
  },
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
