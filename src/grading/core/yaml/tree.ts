import type { SourceRange } from '../types.ts';

/** A piece of YAML or JSON and the place where it is written. What an alias stands for has the place of its anchor. */
export type Tree = Leaf | List | Mapping;

interface Piece {
  /** A tag such as `!Sub`; null without one. */
  readonly tag: string | null;
  readonly range: SourceRange;
}

/** A piece without pieces of its own: a text, a number, a truth value, or nothing. */
export interface Leaf extends Piece {
  readonly kind: 'leaf';
  readonly value: string | number | boolean | null;
  /** The value as it is printed: `1.10` is `1.1`, and nothing is the empty text. */
  readonly text: string;
  /** As it is written, quotes included; empty for an empty value. */
  readonly written: string;
  readonly style: 'plain' | 'quoted' | 'block';
}

/** A sequence, in block or flow style. */
export interface List extends Piece {
  readonly kind: 'list';
  readonly items: readonly Tree[];
}

/** Keys with values, in the order of the text; a key may stand twice. */
export interface Mapping extends Piece {
  readonly kind: 'mapping';
  readonly entries: readonly Entry[];
}

/** One key of a mapping, with its value. */
export interface Entry {
  readonly key: Leaf;
  readonly value: Tree;
  /** Key and value; the key alone where the value stands elsewhere. */
  readonly range: SourceRange;
}

/** A leaf that stands for a text at a place, where the text itself does not write one. */
export function plainLeaf(value: string, range: SourceRange): Leaf {
  return { kind: 'leaf', value, text: value, written: value, style: 'plain', tag: null, range };
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

/** The entries of a mapping; none for anything else. */
export function entriesOf(tree: Tree | undefined): readonly Entry[] {
  return tree?.kind === 'mapping' ? tree.entries : [];
}

/** The items of a list; anything else stands for a list of itself, and an empty value for an empty list. */
export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  if (tree === undefined || (tree.kind === 'leaf' && tree.value === null)) return [];
  return tree.kind === 'list' ? tree.items : [tree];
}

/** A leaf that says something; undefined for a list, a mapping and an empty value. */
export function leafOf(tree: Tree | undefined): Leaf | undefined {
  return tree?.kind === 'leaf' && tree.value !== null ? tree : undefined;
}

/** The leaves of a list, or one leaf alone. */
export function leavesOf(tree: Tree | undefined): readonly Leaf[] {
  return itemsOf(tree).filter((item) => item.kind === 'leaf');
}

/** Every leaf of a tree, keys left out, in the text's order. */
export function* everyLeaf(tree: Tree | undefined): Generator<Leaf> {
  if (tree === undefined) return;
  if (tree.kind === 'leaf') yield tree;
  else if (tree.kind === 'list') for (const item of tree.items) yield* everyLeaf(item);
  else for (const { value } of tree.entries) yield* everyLeaf(value);
}

/** The text of a leaf; null for a list, a mapping and an empty value. */
export function textOf(tree: Tree | undefined): string | null {
  return leafOf(tree)?.text ?? null;
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
