import { message } from '../../../messages/index.ts';
import { iamGuide } from '../facts/sources.ts';
import { starLinesIn } from '../queries/only-star.ts';
import { policyRule } from './policy-rule.ts';

/** A star ruled out for at least one value of a key: no value is left, so the statement never applies. */
export const redundantStatementDueToWildcardInCondition = policyRule({
  code: 'iam/redundant-statement-due-to-wildcard-in-condition',
  severity: 'info',
  source: iamGuide('reference_policies_elements_condition_operators'),
  *find(document) {
    for (const { operator, key, value, read } of starLinesIn(document)) {
      if (!read.fact.negated || read.set !== 'ForAnyValue' || read.ifExists) continue;
      const params = { operator: operator.value, key: key.value };
      yield { at: value, message: message('iam/redundant-statement-due-to-wildcard-in-condition', params) };
    }
  },
});
