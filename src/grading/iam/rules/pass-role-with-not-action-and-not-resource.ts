import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { broadGrants, passRole } from '../queries/broad-grants.ts';
import { policyRule } from './policy-rule.ts';

/** A `NotAction` that does not name `iam:PassRole`, on every role but those that `NotResource` names. */
export const passRoleWithNotActionAndNotResource = policyRule({
  code: 'iam/pass-role-with-not-action-and-not-resource',
  severity: 'warning',
  types: ['identity'],
  source: accessAnalyzer('security-warning-pass-role-with-not-action-and-not-resource'),
  *find(document) {
    for (const { at, related } of broadGrants(document, 'not-action-and-not-resource', passRole)) {
      yield { at, message: message('iam/pass-role-with-not-action-and-not-resource'), related };
    }
  },
});
