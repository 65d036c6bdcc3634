import type { SourceRange } from '../types.ts';

/** A piece of YAML or JSON and the place where it is written. */
export type Tree = Leaf | List | Mapping;

export interface Leaf {
  readonly kind: 'leaf';
  readonly value: string | number | boolean | null;
  /** As it is written, quotes included; empty for an empty value. */
  readonly written: string;
  /** A tag such as `!Sub`; null without one. */
  readonly tag: string | null;
  readonly range: SourceRange;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Tree[];
  readonly tag: string | null;
  readonly range: SourceRange;
}

export interface Mapping {
  readonly kind: 'mapping';
  readonly entries: readonly Entry[];
  readonly tag: string | null;
  readonly range: SourceRange;
}

export interface Entry {
  readonly key: Leaf;
  readonly value: Tree;
  /** Key and value. */
  readonly range: SourceRange;
}

/** The key as text; a key that is a number or a boolean reads as it would in JSON. */
export function keyText({ key }: Entry): string {
  return String(key.value);
}

/** Keys of mappings so large that looking through them again and again would take too long. */
const indexes = new WeakMap<Mapping, ReadonlyMap<string, Entry>>();
const largeMapping = 20;

/** The first entry with this key, or undefined; undefined for anything but a mapping. */
export function entryOf(tree: Tree | undefined, key: string): Entry | undefined {
  if (tree?.kind !== 'mapping') return undefined;
  if (tree.entries.length < largeMapping) return tree.entries.find((entry) => keyText(entry) === key);
  const index = indexes.get(tree) ?? new Map(tree.entries.toReversed().map((entry) => [keyText(entry), entry]));
  indexes.set(tree, index);
  return index.get(key);
}

/** The value under this key, or undefined. */
export function valueAt(tree: Tree | undefined, key: string): Tree | undefined {
  return entryOf(tree, key)?.value;
}

/** The items of a list; anything else stands for a list of itself, and an empty value for an empty list. */
export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  if (tree === undefined || (tree.kind === 'leaf' && tree.value === null)) return [];
  return tree.kind === 'list' ? tree.items : [tree];
}

/** The text of a leaf; null for a list, a mapping and an empty value. */
export function textOf(tree: Tree | undefined): string | null {
  return tree?.kind === 'leaf' && tree.value !== null ? String(tree.value) : null;
}

/** The place of a leaf's text, without the quotes around it where they only wrap it. */
export function innerRange(tree: Tree): SourceRange {
  const { range } = tree;
  const wrapped = tree.kind === 'leaf' && /^['"]/.test(tree.written) && tree.written.slice(1, -1) === tree.value;
  return wrapped ? { ...range, start: range.start + 1, end: range.end - 1 } : range;
}

/** The tree as a plain value, as `JSON.parse` would give it. Of two equal keys the last one counts. */
export function plainValue(tree: Tree): unknown {
  if (tree.kind === 'leaf') return tree.value;
  if (tree.kind === 'list') return tree.items.map(plainValue);
  return Object.fromEntries(tree.entries.map((entry) => [keyText(entry), plainValue(entry.value)]));
}
