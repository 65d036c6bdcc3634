import { compileGlob, matchesGlob } from '../glob.ts';

/** True when an entry takes in an action, given in lower case. */
export function isReached(entry: string, action: string): boolean {
  return matchesGlob(compileGlob(entry.toLowerCase()), action);
}
