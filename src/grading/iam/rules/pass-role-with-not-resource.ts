import { passRole } from '../queries/broad-grants.ts';
import { broadGrantRule } from './broad-grant-rule.ts';

/** `iam:PassRole` on every role but those that `NotResource` names. */
export const passRoleWithNotResource = broadGrantRule('iam/pass-role-with-not-resource', 'not-resource', passRole);
