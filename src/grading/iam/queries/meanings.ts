import { memoize } from '../../core/memoize.ts';
import { findAction, findService, servicePrefixes } from '../catalogue.ts';
import { actionsMeant, prefixMeant } from '../did-you-mean.ts';
import type { PolicyDocument } from '../document.ts';
import { hasWildcard } from '../glob.ts';
import { splitAction } from '../match.ts';
import { actionsIn, actionsTakenIn, type NamedAction } from './actions.ts';
import { isReached } from './reached.ts';

/** Different misspellings of one policy for which a meaning is sought; what comes after is only named. */
const maxSought = 100;

/**
 * What the entries that match nothing most likely mean, by what is written: an action without its blanks, the action behind the name of
 * an API call, the nearest one. An entry that matches something is not in it; one without a near action has an empty list.
 */
export const meaningsIn = memoize(readMeanings);

function readMeanings(document: PolicyDocument): ReadonlyMap<string, readonly string[]> {
  const prefixes = new Set(servicePrefixes());
  const found = new Map<string, readonly string[]>();
  let sought = 0;
  for (const named of actionsIn(document)) {
    if (found.has(named.value) || matchesSomething(named, prefixes)) continue;
    sought += 1;
    found.set(named.value, sought > maxSought ? [] : meaningOf(named.value.trim(), prefixes));
  }
  return found;
}

/** True when the catalogue does not rule an entry out: the service is known, and the action unless its actions are not. */
function matchesSomething(named: NamedAction, prefixes: ReadonlySet<string>): boolean {
  const { value, prefix } = named;
  if (value !== value.trim()) return false;
  if (!prefixes.has(prefix.toLowerCase())) return hasWildcard(prefix);
  return actionsTakenIn(named)?.length !== 0;
}

function meaningOf(text: string, prefixes: ReadonlySet<string>): readonly string[] {
  const [written, name] = splitAction(text);
  const prefix = prefixes.has(written.toLowerCase()) ? written : prefixMeant(written);
  if (prefix === null) return [];
  const action = `${prefix}:${name}`;
  const isKnown = findService(prefix) === null || findAction(prefix, name) !== null || hasWildcard(name);
  return isKnown ? [action] : actionsMeant(action);
}

/** What an entry comes to when its slip is mended: what it means where that is one action, else as it is written. */
export function mended(value: string, meanings: ReadonlyMap<string, readonly string[]>): string {
  const [only, ...others] = meanings.get(value) ?? [];
  return only === undefined || others.length > 0 ? value : only;
}

/** The actions of a policy, each as it comes to when its slip is mended. */
export function* mendedActionsIn(document: PolicyDocument): Generator<NamedAction & { readonly meant: string }> {
  const meanings = meaningsIn(document);
  for (const named of actionsIn(document)) {
    const meant = meanings.size === 0 ? named.value : mended(named.value, meanings);
    const [prefix, name] = splitAction(meant);
    yield { ...named, prefix, name, meant };
  }
}

/**
 * The text that puts the one meaning of an entry in its place; null where several are likely, or where its list has that action already,
 * and one of the two has to go instead.
 */
export function replacementFor(
  { statement, value }: NamedAction,
  meanings: ReadonlyMap<string, readonly string[]>,
): string | null {
  const meant = mended(value, meanings);
  if (meant === value) return null;
  const lower = meant.toLowerCase();
  const isThere = statement.action?.entries.some((entry) => entry.value !== value && isReached(entry.value, lower));
  return isThere ? null : meant;
}
