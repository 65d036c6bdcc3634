import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { broadGrants, passRole } from '../queries/broad-grants.ts';
import { policyRule } from './policy-rule.ts';

/** A wildcard among the actions that takes in `iam:PassRole`, on every role but those that `NotResource` names. */
export const passRoleWithStarInActionAndNotResource = policyRule({
  code: 'iam/pass-role-with-star-in-action-and-not-resource',
  severity: 'warning',
  types: ['identity'],
  source: accessAnalyzer('security-warning-pass-role-with-star-in-action-and-not-resource'),
  *find(document) {
    for (const { at, related } of broadGrants(document, 'star-in-action-and-not-resource', passRole)) {
      yield { at, message: message('iam/pass-role-with-star-in-action-and-not-resource'), related };
    }
  },
});
