import { createServiceLinkedRole } from '../queries/broad-grants.ts';
import { broadGrantRule } from './broad-grant-rule.ts';

/** A `NotAction` that does not name `iam:CreateServiceLinkedRole`, for every role but those that `NotResource` names. */
export const createSlrWithNotActionAndNotResource = broadGrantRule(
  'iam/create-slr-with-not-action-and-not-resource',
  'not-action-and-not-resource',
  createServiceLinkedRole,
);
