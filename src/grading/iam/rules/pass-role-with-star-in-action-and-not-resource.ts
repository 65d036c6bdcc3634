import { passRole } from '../queries/broad-grants.ts';
import { broadGrantRule } from './broad-grant-rule.ts';

/** A wildcard among the actions that takes in `iam:PassRole`, on every role but those that `NotResource` names. */
export const passRoleWithStarInActionAndNotResource = broadGrantRule(
  'iam/pass-role-with-star-in-action-and-not-resource',
  'star-in-action-and-not-resource',
  passRole,
);
