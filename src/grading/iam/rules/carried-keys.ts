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

const known = new WeakMap<Statement, readonly KnownAction[]>();

/** The actions of a statement without wildcards that the catalogue knows; none of a `NotAction`. */
export function knownActionsOf(statement: Statement): readonly KnownAction[] {
  const remembered = known.get(statement);
  if (remembered !== undefined) return remembered;
  const entries = statement.action === null || statement.action.negated ? [] : statement.action.entries;
  const found = entries.slice(0, maxEntries).flatMap(({ node, value }): readonly KnownAction[] => {
    const action = findAction(...splitAction(value));
    return action === null ? [] : [{ node, value, action }];
  });
  known.set(statement, found);
  return found;
}

/** Those of the actions whose requests never carry a key. */
export function withoutKey(actions: readonly KnownAction[], key: string): readonly KnownAction[] {
  return actions.filter(({ action }) => !mayCarry(action, key));
}
