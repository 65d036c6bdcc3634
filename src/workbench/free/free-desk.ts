import type { Asking } from '../../exercises/asks.ts';
import { openShelf, type Shelf } from '../storage/shelf.ts';
import { fits as isFreeDesk } from './free-desk.schema.json?fits';

export type PolicyType = 'identity' | 'trust';

export const policyTypes: readonly PolicyType[] = ['identity', 'trust'];

/** The file that a policy of each type is written in; the grader tells the types apart by it. */
export const fileOf: Readonly<Record<PolicyType, string>> = { identity: 'policy.json', trust: 'trust-policy.json' };

/** A policy, and what it is asked. */
export interface Side extends Asking {
  readonly text: string;
}

/** A side that something else took the place of. `savedAt` is in milliseconds since 1970. */
export interface AsideSide extends Side {
  readonly type: PolicyType;
  readonly savedAt: number;
}

/** What lies on the workbench: a policy of each type with its calls, which one is shown, and what was taken off before, newest first. */
export interface FreeDesk {
  readonly shown: PolicyType;
  readonly identity: Side | null;
  readonly trust: Side | null;
  readonly aside: readonly AsideSide[];
}

const asideLimit = 5;

/** Where the browser keeps the workbench. */
export function openFreeShelf(): Shelf<FreeDesk> {
  return openShelf<FreeDesk>('workbench', isFreeDesk, { shown: 'identity', identity: null, trust: null, aside: [] });
}

/** A desk on which `side` is kept aside, unless it lies there already. */
export function putAside(desk: FreeDesk, type: PolicyType, side: Side, savedAt: number): FreeDesk {
  const key = JSON.stringify([type, side.text, side.asks]);
  const others = desk.aside.filter((each) => JSON.stringify([each.type, each.text, each.asks]) !== key);
  return { ...desk, aside: [{ ...side, type, savedAt }, ...others].slice(0, asideLimit) };
}
