import { message } from '../../../messages/index.ts';
import { iamGuide } from '../facts/sources.ts';
import { starLinesIn } from '../queries/only-star.ts';
import { policyRule } from './policy-rule.ts';

/** A star under an operator that also holds without the key: the line always holds. */
export const redundantKeyDueToWildcardInCondition = policyRule({
  code: 'iam/redundant-key-due-to-wildcard-in-condition',
  severity: 'info',
  source: iamGuide('reference_policies_elements_condition_operators'),
  *find(document) {
    for (const { operator, key, value, read } of starLinesIn(document)) {
      const holdsWithoutKey = read.set === 'ForAllValues' || (read.set === null && read.ifExists);
      if (read.fact.negated || !holdsWithoutKey) continue;
      const params = { operator: operator.value, key: key.value };
      yield { at: value, message: message('iam/redundant-key-due-to-wildcard-in-condition', params) };
    }
  },
});
