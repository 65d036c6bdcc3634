import type { Entry, Tree } from '../../core/yaml/tree.ts';
import { evaluateText, type Scope } from '../expression.ts';
import { piecesOf } from '../expression-pieces.ts';
import { scopeOf, type Visible } from './contexts.ts';
import type { Binding } from './state.ts';

export type Environment = ReadonlyMap<string, Binding>;

/** An environment with more entries on top; a later one hides an earlier one of the same name. */
export function environmentWith(base: Environment, entries: readonly Entry[], visible: Visible): Environment {
  if (entries.length === 0) return base;
  const env = new Map(base);
  const scope = scopeOf(visible);
  for (const { key, value, range } of entries) env.set(key.text, { value: textIn(value, scope), range });
  return env;
}

/** A value as the runner hands it on, its expressions worked out; empty for a list, a mapping, and what cannot be worked out. */
export function textIn(tree: Tree, scope: Scope): string {
  return tree.kind === 'leaf' ? evaluateText(piecesOf(tree), scope).text : '';
}

/** Two environments as one; the second hides what the first has of the same name. */
export function merged(under: Environment, over: Environment): Environment {
  return over.size === 0 ? under : new Map([...under, ...over]);
}
