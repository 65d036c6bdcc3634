import { createServiceLinkedRole } from '../queries/broad-grants.ts';
import { broadGrantRule } from './broad-grant-rule.ts';

/** A wildcard among the actions that takes in `iam:CreateServiceLinkedRole`, for every service. */
export const createSlrWithStarInActionAndResource = broadGrantRule(
  'iam/create-slr-with-star-in-action-and-resource',
  'star-in-action-and-resource',
  createServiceLinkedRole,
);
