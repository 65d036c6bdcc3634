import { createServiceLinkedRole } from '../queries/broad-grants.ts';
import { broadGrantRule } from './broad-grant-rule.ts';

/** `iam:CreateServiceLinkedRole` for every service. */
export const createSlrWithStarInResource = broadGrantRule(
  'iam/create-slr-with-star-in-resource',
  'star-in-resource',
  createServiceLinkedRole,
);
