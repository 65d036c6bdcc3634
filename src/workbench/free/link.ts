import { linkKind } from '../sharing/link.ts';
import type { PolicyType, Side } from './free-desk.ts';
import { fits as isShared } from './shared.schema.json?fits';

/** A side and its type, as a link carries them. */
export interface SharedSide extends Side {
  readonly type: PolicyType;
}

/** Links to the policy workbench. */
export const policyLinks = linkKind('policy', (value) => (isShared(value) ? (value as SharedSide) : null));
