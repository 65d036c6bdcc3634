import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import type { SourceRange } from '../types.ts';
import { type Entry, keyText, type Leaf, type Tree } from './tree.ts';

/** The place of a stretch of the text, by offsets in it, in its file. */
export type At = (start: number, end: number) => SourceRange;

/** An alias such as `*name`, and whether it names an anchor before it, one that it stands inside, or none. */
export interface SeenAlias {
  readonly name: string;
  readonly range: SourceRange;
  readonly names: 'anchor' | 'own-anchor' | 'nothing';
}

/** An anchor such as `&name`, and whether an alias names it. */
export interface SeenAnchor {
  readonly name: string;
  readonly range: SourceRange;
  readonly isUsed: boolean;
}

/** A tree, and what a reader may object to in it. */
export interface Built {
  readonly tree: Tree;
  readonly depth: number;
  /** Nodes of the tree with every alias replaced by what it stands for, at most a billion; and how many of them aliases add. */
  readonly nodes: number;
  readonly aliasedNodes: number;
  readonly aliases: readonly SeenAlias[];
  readonly anchors: readonly SeenAnchor[];
  /** Entries whose key their mapping has already, with the first of that key. */
  readonly duplicates: readonly { readonly entry: Entry; readonly first: Entry }[];
  readonly tagged: readonly Tree[];
}

/** Turns the package's nodes into a tree. An alias shares the tree of its anchor, so the time is linear however often one is named. */
export function buildTree(contents: Node, text: string, at: At): Built {
  const builder = new TreeBuilder(text, at);
  const { tree, nodes } = builder.build(contents, 0);
  const { depth, written, aliases, duplicates, tagged } = builder;
  const aliasedNodes = nodes - written;
  return { tree, depth, nodes, aliasedNodes, aliases, anchors: builder.anchors(), duplicates, tagged };
}

interface Weighed<T extends Tree = Tree> {
  readonly tree: T;
  readonly nodes: number;
}

const mostNodes = 1e9;

class TreeBuilder {
  depth = 0;
  written = 0;
  readonly aliases: SeenAlias[] = [];
  readonly duplicates: { entry: Entry; first: Entry }[] = [];
  readonly tagged: Tree[] = [];
  /** What each anchor names at this point of the text; null inside the anchor itself. */
  readonly #named = new Map<string, Weighed | null>();
  readonly #anchors: { name: string; node: Node }[] = [];
  readonly #text: string;
  readonly #at: At;

  constructor(text: string, at: At) {
    this.#text = text;
    this.#at = at;
  }

  anchors(): readonly SeenAnchor[] {
    const used = new Set(this.aliases.map(({ name }) => name));
    return this.#anchors.map(({ name, node }) => ({ name, range: this.#rangeOf(node), isUsed: used.has(name) }));
  }

  build(node: unknown, level: number): Weighed {
    this.depth = Math.max(this.depth, level);
    this.written++;
    if (isAlias(node)) return this.#alias(node);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return { tree: emptyAt(this.#at(0, 0)), nodes: 1 };
    const { anchor } = node;
    if (anchor) {
      this.#named.set(anchor, null);
      this.#anchors.push({ name: anchor, node });
    }
    const built = this.#collection(node, level);
    if (anchor) this.#named.set(anchor, built);
    return built;
  }

  #collection(node: Node, level: number): Weighed {
    const range = this.#rangeOf(node);
    const tag = node.tag ?? null;
    const place = this.tagged.length;
    let built: Weighed;
    if (isMap(node)) {
      const entries = node.items.map((pair) => this.#entry(pair, range, level + 1));
      this.#noteDuplicates(entries.map(({ entry }) => entry));
      built = {
        tree: { kind: 'mapping', entries: entries.map(({ entry }) => entry), tag, range },
        nodes: sum(entries),
      };
    } else if (isSeq(node)) {
      const items = node.items.map((item) => this.build(item, level + 1));
      built = { tree: { kind: 'list', items: items.map(({ tree }) => tree), tag, range }, nodes: sum(items) };
    } else built = { tree: this.#leaf(node as Scalar, tag, range), nodes: 1 };
    if (tag !== null) this.tagged.splice(place, 0, built.tree);
    return built;
  }

  #leaf(node: Scalar, tag: string | null, range: SourceRange): Leaf {
    const raw = node.value;
    const value =
      typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean' || raw === null
        ? raw
        : String(raw);
    const written = node.range ? this.#text.slice(node.range[0], node.range[1]) : '';
    const style = node.type?.startsWith('QUOTE') ? 'quoted' : node.type?.startsWith('BLOCK') ? 'block' : 'plain';
    return { kind: 'leaf', value, text: value === null ? '' : String(value), written, style, tag, range };
  }

  #entry({ key, value }: Pair, parent: SourceRange, level: number): { entry: Entry; nodes: number } {
    const before = this.duplicates.length;
    const keyed = this.build(key, level);
    // A mapping as a key is a slip of its own; what stands twice in it adds nothing.
    this.duplicates.length = before;
    const name: Leaf =
      keyed.tree.kind === 'leaf' ? keyed.tree : { ...emptyAt(keyed.tree.range), value: unplain, text: unplain };
    const range = key === null ? { ...parent, end: parent.start } : name.range;
    if (value === null || value === undefined) {
      this.written++;
      return { entry: { key: name, value: emptyAt({ ...range, start: range.end }), range }, nodes: keyed.nodes + 1 };
    }
    const held = this.build(value, level);
    const isBelow = held.tree.range.start >= range.start;
    const end = Math.max(range.end, isBelow ? held.tree.range.end : 0);
    return { entry: { key: name, value: held.tree, range: { ...range, end } }, nodes: keyed.nodes + held.nodes };
  }

  #alias(alias: Alias): Weighed {
    const range = this.#rangeOf(alias);
    const named = this.#named.get(alias.source);
    const names = named === undefined ? 'nothing' : named === null ? 'own-anchor' : 'anchor';
    this.aliases.push({ name: alias.source, range, names });
    return named ?? { tree: emptyAt(range), nodes: 1 };
  }

  /** A block collection runs on to the next token; what is underlined ends with its last visible character. */
  #rangeOf({ range }: Node): SourceRange {
    const [start = 0, end = start] = range ?? [];
    return this.#at(start, start + this.#text.slice(start, end).trimEnd().length);
  }

  #noteDuplicates(entries: readonly Entry[]): void {
    const seen = new Map<string, Entry>();
    for (const entry of entries) {
      if (entry.key.value === unplain) continue;
      const first = seen.get(keyText(entry));
      if (first === undefined) seen.set(keyText(entry), entry);
      else this.duplicates.push({ entry, first });
    }
  }
}

/** What a key reads as that is a list or a mapping itself. */
const unplain = '(not a plain key)';

function emptyAt(range: SourceRange): Leaf {
  return { kind: 'leaf', value: null, text: '', written: '', style: 'plain', tag: null, range };
}

function sum(parts: readonly { readonly nodes: number }[]): number {
  return parts.reduce((total, { nodes }) => Math.min(total + nodes, mostNodes), 1);
}
