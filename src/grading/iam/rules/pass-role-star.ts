import { passRole } from '../queries/broad-grants.ts';
import { broadGrantRule } from './broad-grant-rule.ts';

/** `iam:PassRole` on every role, to every service: whoever may do that may take any role of the account. */
export const passRoleStar = broadGrantRule('iam/pass-role-star', 'star-in-resource', passRole);
