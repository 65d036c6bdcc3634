import { message } from '../../../messages/index.ts';
import { groupBy } from '../../core/group-by.ts';
import { readOperator } from '../facts/operators.ts';
import { iamGuide } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** An operator with other capitals than IAM writes it: what AWS makes of it is nowhere said. */
export const operatorCase = policyRule({
  code: 'iam/operator-case',
  severity: 'warning',
  source: iamGuide('reference_policies_elements_condition_operators', { evidence: 'inferred' }),
  *find({ statements }) {
    for (const { conditions } of statements) {
      for (const [operator, [line]] of groupBy(conditions, (each) => each.operator.value)) {
        if (line !== undefined && readOperator(operator)?.otherCase) {
          yield { at: line.operator, message: message('iam/operator-case', { operator }) };
        }
      }
    }
  },
});
