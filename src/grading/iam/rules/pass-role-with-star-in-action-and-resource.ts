import { passRole } from '../queries/broad-grants.ts';
import { broadGrantRule } from './broad-grant-rule.ts';

/** A wildcard among the actions that takes in `iam:PassRole`, on every role. */
export const passRoleWithStarInActionAndResource = broadGrantRule(
  'iam/pass-role-with-star-in-action-and-resource',
  'star-in-action-and-resource',
  passRole,
);
