import { createServiceLinkedRole } from '../queries/broad-grants.ts';
import { broadGrantRule } from './broad-grant-rule.ts';

/** A wildcard among the actions that takes in `iam:CreateServiceLinkedRole`, for every role but those that `NotResource` names. */
export const createSlrWithStarInActionAndNotResource = broadGrantRule(
  'iam/create-slr-with-star-in-action-and-not-resource',
  'star-in-action-and-not-resource',
  createServiceLinkedRole,
);
