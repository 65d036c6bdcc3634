import type { Document, Node as YamlNode } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { SourceRange } from '../../core/types.ts';

/** A value as GitHub reads it, with its place. `text` is what it is printed as: numbers are doubles, null is the empty text. */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly text: string;
  readonly style: 'plain' | 'quoted' | 'block';
  readonly range: SourceRange;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly range: SourceRange;
}

export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node;
  /** From the key to the end of the value. */
  readonly range: SourceRange;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
  readonly range: SourceRange;
}

export type Node = ScalarNode | ListNode | MapNode;

/** Turns a YAML document into the tree that all rules read; aliases stand for a copy of their anchor's tree, at the anchor's place. */
export function treeOf(document: Document, file: string, text: string): Node | null {
  return document.contents === null ? null : new TreeBuilder(document, file, text).build(document.contents, 0);
}

const depthLimit = 60;

class TreeBuilder {
  readonly #document: Document;
  readonly #file: string;
  readonly #text: string;
  readonly #built = new Map<YamlNode, Node>();

  constructor(document: Document, file: string, text: string) {
    this.#document = document;
    this.#file = file;
    this.#text = text;
  }

  build(node: unknown, depth: number): Node {
    if (isAlias(node)) return this.#alias(node as never, depth);
    const range = this.#rangeOf(node as YamlNode);
    if (depth > depthLimit) return nullAt(range);
    if (isMap(node)) return { kind: 'map', entries: node.items.map((pair) => this.#entry(pair, depth)), range };
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => this.build(item, depth + 1)), range };
    if (!isScalar(node)) return nullAt(range);
    const value = typeof node.value === 'bigint' ? Number(node.value) : (node.value as ScalarNode['value']);
    const style = node.type?.startsWith('QUOTE') ? 'quoted' : node.type?.startsWith('BLOCK') ? 'block' : 'plain';
    return { kind: 'scalar', value: value ?? null, text: printed(value), style, range };
  }

  #entry({ key, value }: { key: unknown; value: unknown }, depth: number): Entry {
    const keyNode = this.build(key, depth + 1);
    const name: ScalarNode = keyNode.kind === 'scalar' ? keyNode : nullAt(keyNode.range);
    const node = value === null || value === undefined ? nullAt(after(name.range)) : this.build(value, depth + 1);
    const end = Math.max(name.range.end, node.range.start >= name.range.start ? node.range.end : 0);
    return { key: name, value: node, range: { ...name.range, end } };
  }

  #alias(alias: { resolve(document: Document): YamlNode | undefined; range?: unknown }, depth: number): Node {
    const target = alias.resolve(this.#document);
    if (target === undefined) return nullAt(this.#rangeOf(alias as never));
    const known = this.#built.get(target);
    if (known !== undefined) return known;
    // A node that stands inside its own anchor finds this placeholder and ends there.
    this.#built.set(target, nullAt(this.#rangeOf(target)));
    const built = this.build(target, depth);
    this.#built.set(target, built);
    return built;
  }

  #rangeOf(node: YamlNode): SourceRange {
    const [start = 0, end = start] = node.range ?? [];
    return { file: this.#file, start, end: start + this.#text.slice(start, end).trimEnd().length };
  }
}

function nullAt(range: SourceRange): ScalarNode {
  return { kind: 'scalar', value: null, text: '', style: 'plain', range };
}

function after({ file, end }: SourceRange): SourceRange {
  return { file, start: end, end };
}

/** A value as GitHub prints it: `1.10` is the number 1.1, `~` is nothing. */
export function printed(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'number' && Object.is(value, -0) ? '0' : String(value);
}

/** The value under a key of a mapping, case as written; undefined where there is none or where it is no mapping. */
export function childOf(node: Node | undefined, key: string): Node | undefined {
  return entryOf(node, key)?.value;
}

/** The entry of a key; the last one wins, as in every reader that lets doubles through. */
export function entryOf(node: Node | undefined, key: string): Entry | undefined {
  return node?.kind === 'map' ? node.entries.findLast((entry) => entry.key.text === key) : undefined;
}

/** The entries of a mapping; none for anything else. */
export function entriesOf(node: Node | undefined): readonly Entry[] {
  return node?.kind === 'map' ? node.entries : [];
}

/** A list of scalars, or one scalar alone: both are how GitHub takes `needs`, `branches` and the like. */
export function scalarsOf(node: Node | undefined): readonly ScalarNode[] {
  if (node === undefined) return [];
  if (node.kind === 'scalar') return node.value === null ? [] : [node];
  return node.kind === 'list' ? node.items.filter((item) => item.kind === 'scalar') : [];
}

/** A scalar that says something; undefined for lists, mappings and null. */
export function scalarOf(node: Node | undefined): ScalarNode | undefined {
  return node?.kind === 'scalar' && node.value !== null ? node : undefined;
}

/** Every scalar of a tree, keys left out, with the path of keys that leads to it. */
export function* walkScalars(
  node: Node | undefined,
  path: readonly string[] = [],
): Generator<[ScalarNode, readonly string[]]> {
  if (node === undefined) return;
  if (node.kind === 'scalar') yield [node, path];
  else if (node.kind === 'list') for (const item of node.items) yield* walkScalars(item, [...path, '-']);
  else for (const { key, value } of node.entries) yield* walkScalars(value, [...path, key.text]);
}
