import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { broadGrants, passRole } from '../queries/broad-grants.ts';
import { policyRule } from './policy-rule.ts';

/** `iam:PassRole` on every role, to every service: whoever may do that may take any role of the account. */
export const passRoleStar = policyRule({
  code: 'iam/pass-role-star',
  severity: 'warning',
  types: ['identity'],
  source: accessAnalyzer('security-warning-pass-role-with-star-in-resource'),
  *find(document) {
    for (const { at, related } of broadGrants(document, 'star-in-resource', passRole)) {
      yield { at, message: message('iam/pass-role-star'), related };
    }
  },
});
