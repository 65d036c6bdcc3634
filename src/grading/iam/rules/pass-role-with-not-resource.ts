import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { broadGrants, passRole } from '../queries/broad-grants.ts';
import { policyRule } from './policy-rule.ts';

/** `iam:PassRole` on every role but those that `NotResource` names. */
export const passRoleWithNotResource = policyRule({
  code: 'iam/pass-role-with-not-resource',
  severity: 'warning',
  types: ['identity'],
  source: accessAnalyzer('security-warning-pass-role-with-not-resource'),
  *find(document) {
    for (const { at, related } of broadGrants(document, 'not-resource', passRole)) {
      yield { at, message: message('iam/pass-role-with-not-resource'), related };
    }
  },
});
