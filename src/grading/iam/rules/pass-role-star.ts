import { message } from '../../../messages/index.ts';
import type { Statement } from '../document.ts';
import { readOperator } from '../facts/operators.ts';
import { accessAnalyzer, policyRule } from './policy-rule.ts';
import { isReached } from './reached.ts';

/** `iam:PassRole` on every role, to every service: whoever may do that may take any role of the account. */
export const passRoleStar = policyRule({
  code: 'iam/pass-role-star',
  severity: 'warning',
  types: ['identity'],
  source: accessAnalyzer('security-warning-pass-role-with-star-in-resource'),
  *find({ statements }) {
    for (const statement of statements) {
      const star = statement.resource?.entries.find(({ value }) => value === '*');
      if (statement.effect !== 'Allow' || statement.resource?.negated || star === undefined || isLimited(statement))
        continue;
      const entry = statement.action?.negated
        ? undefined
        : statement.action?.entries.find(({ value }) => isReached(value, 'iam:passrole'));
      if (entry !== undefined) yield { at: entry.node, message: message('iam/pass-role-star'), related: [star.node] };
    }
  },
});

function isLimited({ conditions }: Statement): boolean {
  return conditions.some(
    ({ operator, key }) =>
      key.value.toLowerCase() === 'iam:passedtoservice' && readOperator(operator.value)?.ifExists === false,
  );
}
