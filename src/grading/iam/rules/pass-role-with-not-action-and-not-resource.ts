import { passRole } from '../queries/broad-grants.ts';
import { broadGrantRule } from './broad-grant-rule.ts';

/** A `NotAction` that does not name `iam:PassRole`, on every role but those that `NotResource` names. */
export const passRoleWithNotActionAndNotResource = broadGrantRule(
  'iam/pass-role-with-not-action-and-not-resource',
  'not-action-and-not-resource',
  passRole,
);
