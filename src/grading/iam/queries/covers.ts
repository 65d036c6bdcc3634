import { arnPartsOf } from '../arn.ts';
import type { EntryList } from '../document.ts';
import { compileGlob, coversGlob, type Glob } from '../glob.ts';

/** One entry, ready to be compared with others. */
export interface Coverable {
  readonly isStar: boolean;
  readonly parts: readonly Glob[];
}

/** The entries of a list of actions, which compare without regard to case: prefix and name. */
export function coverableActions({ entries }: EntryList): readonly Coverable[] {
  return entries.map(({ value }) => {
    const lower = value.toLowerCase();
    const colon = lower.indexOf(':');
    const parts = colon === -1 ? [lower] : [lower.slice(0, colon), lower.slice(colon + 1)];
    return { isStar: value === '*', parts: parts.map(compileGlob) };
  });
}

/** The entries of a list of resources: the parts of their ARNs, which are matched one by one. */
export function coverableResources({ entries }: EntryList): readonly Coverable[] {
  return entries.map(({ value }) => ({
    isStar: value === '*',
    parts: arnPartsOf(value, true).map(compileGlob),
  }));
}

/** True when whatever fits `narrow` fits `wide`. Variables are compared as they are written. */
export function covers(wide: Coverable, narrow: Coverable): boolean {
  if (wide.isStar) return true;
  if (narrow.isStar || wide.parts.length !== narrow.parts.length) return false;
  return wide.parts.every((part, index) => {
    const other = narrow.parts[index];
    return other !== undefined && coversGlob(part, other);
  });
}

/** True when every entry of `narrow` is covered by one of `wide`; false for an empty list. */
export function coversAll(wide: readonly Coverable[], narrow: readonly Coverable[]): boolean {
  return narrow.length > 0 && narrow.every((each) => wide.some((other) => covers(other, each)));
}
