import type { SourceRange } from '../../core/types.ts';

/** What an expression comes to, and the place that decides it. `absent` is null, which leaves an argument out. */
export type Value =
  | { readonly kind: 'scalar'; readonly value: string | number | boolean; readonly range: SourceRange }
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly range: SourceRange }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Value>; readonly range: SourceRange }
  | { readonly kind: 'absent'; readonly range: SourceRange }
  | { readonly kind: 'unknown'; readonly dependsOn: string; readonly range: SourceRange };

/** A text, number or truth value with its place. */
export function scalar(value: string | number | boolean, range: SourceRange): Value {
  return { kind: 'scalar', value, range };
}

/** A value that depends on something outside the file. */
export function unknown(dependsOn: string, range: SourceRange): Value {
  return { kind: 'unknown', dependsOn, range };
}

/** The text of a scalar; null for everything else. */
export function textOf(value: Value | undefined): string | null {
  return value?.kind === 'scalar' ? String(value.value) : null;
}

/** What a value depends on that is not in the file, also in its parts; null when it is known all through. */
export function dependenceOf(value: Value): string | null {
  if (value.kind === 'unknown') return value.dependsOn;
  const parts = value.kind === 'list' ? value.items : value.kind === 'map' ? [...value.entries.values()] : [];
  for (const part of parts) {
    const dependsOn = dependenceOf(part);
    if (dependsOn !== null) return dependsOn;
  }
  return null;
}

/** The items of a list, the values of a map, or one value alone; none for null. */
export function itemsOf(value: Value): readonly Value[] {
  if (value.kind === 'list') return value.items;
  if (value.kind === 'map') return [...value.entries.values()];
  return value.kind === 'absent' ? [] : [value];
}

/** The value as `JSON.parse` would give it; what is unknown is left out. */
export function plainOf(value: Value): unknown {
  if (value.kind === 'scalar') return value.value;
  if (value.kind === 'list') return value.items.map(plainOf);
  if (value.kind === 'map') return Object.fromEntries([...value.entries].map(([key, each]) => [key, plainOf(each)]));
  return value.kind === 'absent' ? null : undefined;
}

const sizes = new WeakMap<Value, number>();
const charactersPerPart = 64;

/**
 * How much a value takes when it is written out: its parts, and long texts by their length. A value that holds another one twice is twice
 * as large, though it takes no more room; a few lines can so ask for more than any machine has.
 */
export function sizeOf(value: Value): number {
  if (value.kind === 'scalar') return 1 + String(value.value).length / charactersPerPart;
  if (value.kind !== 'list' && value.kind !== 'map') return 1;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  const size = itemsOf(value).reduce((sum, item) => sum + sizeOf(item), 1);
  sizes.set(value, size);
  return size;
}
