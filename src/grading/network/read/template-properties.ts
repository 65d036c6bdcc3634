import type { SourceRange } from '../../core/types.ts';
import { type Entry, keyText, type Tree, textOf, valueAt } from '../../core/yaml/tree.ts';
import type { Term } from '../document.ts';
import type { Value } from './template-functions.ts';
import type { Scope } from './template-scope.ts';
import { conditionHolds, evaluate } from './template-values.ts';

/** The properties of one resource, or of a rule inside one, to be evaluated key by key. */
export interface Properties {
  readonly name: Term;
  readonly range: SourceRange;
  readonly tree: Tree | undefined;
  readonly scope: Scope;
}

/** Null when the resource exists for certain, false when it does not, else what that depends on. */
export function existence(resource: Tree, scope: Scope): string | null | false {
  const condition = valueAt(resource, 'Condition');
  if (condition === undefined) return null;
  const holds = conditionHolds(textOf(condition) ?? '', scope, condition.range);
  if (typeof holds === 'string') return holds;
  return holds ? null : false;
}

/** The properties of a resource, under its logical id. */
export function propertiesOf(resource: Entry, scope: Scope): Properties {
  const name = { text: keyText(resource), range: resource.key.range, dependsOn: null };
  return { name, range: resource.range, tree: valueAt(resource.value, 'Properties'), scope };
}

/** What a property comes to; null when it is left out. */
export function valueUnder({ tree, scope }: Properties, key: string): Value | null {
  const written = valueAt(tree, key);
  const value = written === undefined ? null : evaluate(written, scope);
  return value?.kind === 'absent' ? null : value;
}

/** A property as a text; null when it is left out. */
export function termUnder(properties: Properties, key: string): Term | null {
  const value = valueUnder(properties, key);
  return value === null ? null : termOf(value);
}

/** A property as a list of texts; null when it is left out. */
export function termsUnder(properties: Properties, key: string): readonly Term[] | null {
  const value = valueUnder(properties, key);
  return value === null ? null : termsOf(value);
}

function termOf(value: Value): Term {
  const dependsOn = value.kind === 'unknown' ? value.dependsOn : null;
  return { text: value.kind === 'text' ? value.text : '', range: value.range, dependsOn };
}

function termsOf(value: Value): readonly Term[] {
  if (value.kind === 'absent') return [];
  return value.kind === 'list' ? value.items.flatMap(termsOf) : [termOf(value)];
}
