import { passRole } from '../queries/broad-grants.ts';
import { broadGrantRule } from './broad-grant-rule.ts';

/** A `NotAction` that does not name `iam:PassRole`, on every role. */
export const passRoleWithStarInResourceAndNotAction = broadGrantRule(
  'iam/pass-role-with-star-in-resource-and-not-action',
  'star-in-resource-and-not-action',
  passRole,
);
