import { createServiceLinkedRole } from '../queries/broad-grants.ts';
import { broadGrantRule } from './broad-grant-rule.ts';

/** `iam:CreateServiceLinkedRole` for every role but those that `NotResource` names. */
export const createSlrWithNotResource = broadGrantRule(
  'iam/create-slr-with-not-resource',
  'not-resource',
  createServiceLinkedRole,
);
