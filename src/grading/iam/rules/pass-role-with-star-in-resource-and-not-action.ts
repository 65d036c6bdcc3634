import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { broadGrants, passRole } from '../queries/broad-grants.ts';
import { policyRule } from './policy-rule.ts';

/** A `NotAction` that does not name `iam:PassRole`, on every role. */
export const passRoleWithStarInResourceAndNotAction = policyRule({
  code: 'iam/pass-role-with-star-in-resource-and-not-action',
  severity: 'warning',
  types: ['identity'],
  source: accessAnalyzer('security-warning-pass-role-with-star-in-resource-and-not-action'),
  *find(document) {
    for (const { at, related } of broadGrants(document, 'star-in-resource-and-not-action', passRole)) {
      yield { at, message: message('iam/pass-role-with-star-in-resource-and-not-action'), related };
    }
  },
});
