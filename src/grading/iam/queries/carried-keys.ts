import { memoize } from '../../core/memoize.ts';
import { type CatalogueAction, findAction } from '../catalogue.ts';
import { mayCarry } from '../condition-keys.ts';
import type { Statement } from '../document.ts';
import type { JsonString } from '../json/nodes.ts';
import { splitAction } from '../match.ts';

/** An action that a statement names in full, and the catalogue knows. */
export interface KnownAction {
  readonly node: JsonString;
  readonly value: string;
  readonly action: CatalogueAction;
}

/** Entries that are looked at of one statement: the rest of a longer list is taken to fit. */
const maxEntries = 300;

/** Lines of one policy whose key is compared with the keys of their statement’s actions. */
export const maxCompared = 200;

/** The actions of a statement without wildcards that the catalogue knows; none of a `NotAction`. */
export const knownActionsOf = memoize(({ action: list }: Statement): readonly KnownAction[] => {
  const entries = list === null || list.negated ? [] : list.entries;
  return entries.slice(0, maxEntries).flatMap(({ node, value }): readonly KnownAction[] => {
    const action = findAction(...splitAction(value));
    return action === null ? [] : [{ node, value, action }];
  });
});

/** Those of the actions whose requests never carry a key. */
export function withoutKey(actions: readonly KnownAction[], key: string): readonly KnownAction[] {
  return actions.filter(({ action }) => !mayCarry(action, key));
}
