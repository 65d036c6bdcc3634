import { createServiceLinkedRole } from '../queries/broad-grants.ts';
import { broadGrantRule } from './broad-grant-rule.ts';

/** A `NotAction` that does not name `iam:CreateServiceLinkedRole`, for every service. */
export const createSlrWithStarInResourceAndNotAction = broadGrantRule(
  'iam/create-slr-with-star-in-resource-and-not-action',
  'star-in-resource-and-not-action',
  createServiceLinkedRole,
);
