import { compileGlob, hasWildcard, matchesGlob } from '../glob.ts';

/** True when an entry takes in an action, given in lower case. */
export function isReached(entry: string, action: string): boolean {
  const lower = entry.toLowerCase();
  return hasWildcard(lower) ? matchesGlob(compileGlob(lower), action) : lower === action;
}
