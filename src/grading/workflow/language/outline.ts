import { readYaml } from '../../core/yaml/read.ts';
import { type Entry, type Leaf, plainLeaf, type Tree } from '../../core/yaml/tree.ts';
import { type StructureLine, structureLines } from '../yaml/lines.ts';
import type { Caret, Path } from './caret.ts';
import { caretInFlow } from './flow.ts';
import { flowEnd, keyIn, lengthOfPlain, unquoted } from './line.ts';

/** A file as its indentation alone tells it, and what is being written in it; null where that means nothing. */
export interface Outline {
  readonly root: Tree;
  readonly caret: Caret | null;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

interface Open {
  readonly kind: 'document' | 'mapping' | 'list';
  /** Where its keys or dashes stand. */
  readonly column: number;
  readonly path: Path;
  /** What it holds last: a key's value, a list's item, the document's only piece. */
  last: Writable<{ value: Tree | null; readonly path: Path; readonly set: (tree: Tree) => void }> | null;
  readonly node: { readonly entries: Writable<Entry>[]; readonly items: Tree[] };
}

interface Spot {
  readonly depth: number;
  readonly into: Open | null;
  readonly path: Path;
}

const mostDashes = 20;

/**
 * Reads a file by its lines and their indentation, so that half a file, and one at fault anywhere, has an outline too. Linear. Aliases are
 * left alone; `[…]` and `{…}` go to the YAML reader one by one.
 */
export function readOutline(text: string, offset: number, file: string): Outline {
  const reader = new OutlineReader(text, offset, file);
  for (const line of structureLines(text)) reader.readLine(line);
  return reader.finish();
}

class OutlineReader {
  readonly #text: string;
  readonly #offset: number;
  readonly #file: string;
  readonly #lineStart: number;
  readonly #stack: Open[] = [];
  #root: Tree;
  #caret: Caret | null | undefined;
  /** The value over several lines that was opened last, until another line ends it. */
  #block: { readonly column: number; readonly path: Path } | null = null;
  /** The `[…]` or `{…}` that was read last. */
  #flow: { readonly from: number; readonly to: number; readonly path: Path } = { from: 0, to: 0, path: [] };

  constructor(text: string, offset: number, file: string) {
    this.#text = text;
    this.#offset = offset;
    this.#file = file;
    this.#lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    this.#root = this.#nothingAt(0);
    this.#open('document', -1, [], (tree) => {
      this.#root = tree;
    });
  }

  finish(): Outline {
    if (this.#caret === undefined) this.#caret = this.#caretBetweenLines();
    return { root: this.#root, caret: this.#caret };
  }

  readLine({ text, start }: StructureLine): void {
    if (start < this.#flow.to) return;
    if (start > this.#lineStart && this.#caret === undefined) this.#caret = this.#caretBetweenLines();
    const holdsCaret = start === this.#lineStart;
    this.#block = null;
    if (/^(---|\.\.\.)(\s|$)/.test(text)) {
      if (holdsCaret) this.#caret = null;
      return;
    }
    let column = text.length - text.trimStart().length;
    for (let dashes = 0; dashes < mostDashes; dashes++) {
      const dash = /^-(?:[ \t]+|$)/.exec(text.slice(column));
      if (dash === null) break;
      this.#dash(column);
      column += dash[0].length;
    }
    this.#content(text.slice(column), column, start + column, holdsCaret);
  }

  #content(rest: string, column: number, at: number, holdsCaret: boolean): void {
    if (rest === '') {
      if (holdsCaret) this.#caret ??= this.#caretAt(this.#spotFor(column, 'strict'), 'either', at, at);
      return;
    }
    const key = keyIn(rest);
    if (key === null) {
      const spot = this.#spotFor(column, 'strict');
      const length = lengthOfPlain(rest);
      if (holdsCaret) this.#caret ??= this.#caretInPlain(rest, at, length, spot);
      // What is being written is no piece of the file yet.
      if (!holdsCaret && spot?.into === null) this.#setValue(spot, this.#valueOf(rest, at, column, spot.path));
      return;
    }
    const spot = this.#spotFor(column, 'key');
    if (holdsCaret && this.#offset <= at + key.length)
      this.#caret ??= this.#caretAt(spot, 'key', at, at + key.length, true);
    if (spot === null) return;
    const path = this.#key(key.name, at, key.length, column, spot);
    const value = rest.slice(key.valueAt);
    if (holdsCaret) this.#caret ??= this.#caretInValue(value, at + key.valueAt, at + key.length, path);
    const last = this.#stack.at(-1)?.last;
    if (value !== '' && last) last.set(this.#valueOf(value, at + key.valueAt, column, path));
  }

  /** Where a piece that begins in this column belongs. `key` also takes one that is a little out of line; null where it belongs nowhere. */
  #spotFor(column: number, piece: 'dash' | 'key' | 'strict'): Spot | null {
    let depth = this.#stack.length;
    const isPast = ({ kind, column: own }: Open) =>
      own > column || (kind === 'list' && own === column && piece !== 'dash');
    while (depth > 1 && isPast(this.#stack[depth - 1] as Open)) depth--;
    const top = this.#stack[depth - 1] as Open;
    const into = (open: Open, to = depth): Spot => ({ depth: to, into: open, path: open.path });
    if (top.column === column && top.kind === (piece === 'dash' ? 'list' : 'mapping')) return into(top);
    if (top.last?.value === null && (top.column < column || piece === 'dash'))
      return { depth, into: null, path: top.last.path };
    if (piece !== 'key') return null;
    const closed = this.#stack[depth];
    if (closed?.kind === 'mapping') return into(closed, depth + 1);
    return top.kind === 'mapping' ? into(top) : null;
  }

  #dash(column: number): void {
    const spot = this.#spotFor(column, 'dash');
    if (spot === null) return;
    const list = this.#enter(spot, 'list', column);
    const { items } = list.node;
    const index = items.push(this.#nothingAt(0)) - 1;
    this.#hold(list, [...list.path, index], (tree) => {
      items[index] = tree;
    });
  }

  #key(name: string, at: number, length: number, column: number, spot: Spot): Path {
    const mapping = this.#enter(spot, 'mapping', column);
    const range = { file: this.#file, start: at, end: at + length };
    const entry: Writable<Entry> = { key: plainLeaf(name, range), value: this.#nothingAt(at + length), range };
    mapping.node.entries.push(entry);
    const path = [...mapping.path, name];
    this.#hold(mapping, path, (tree) => {
      entry.value = tree;
    });
    return path;
  }

  #setValue({ depth }: Spot, tree: Tree): void {
    this.#stack.length = depth;
    this.#stack.at(-1)?.last?.set(tree);
  }

  /** The collection at a spot, which is opened where it is the first piece of it. */
  #enter({ depth, into, path }: Spot, kind: 'mapping' | 'list', column: number): Open {
    this.#stack.length = depth;
    if (into !== null) return into;
    const holder = this.#stack.at(-1)?.last;
    return this.#open(kind, column, path, (tree) => holder?.set(tree));
  }

  #open(kind: Open['kind'], column: number, path: Path, set: (tree: Tree) => void): Open {
    const open: Open = { kind, column, path, last: null, node: { entries: [], items: [] } };
    const { range } = this.#nothingAt(0);
    if (kind === 'mapping') set({ kind, entries: open.node.entries, tag: null, range });
    if (kind === 'list') set({ kind, items: open.node.items, tag: null, range });
    if (kind === 'document') this.#hold(open, path, set);
    this.#stack.push(open);
    return open;
  }

  #hold(open: Open, path: Path, set: (tree: Tree) => void): void {
    const last = {
      value: null as Tree | null,
      path,
      set(tree: Tree) {
        last.value = tree;
        set(tree);
      },
    };
    open.last = last;
  }

  #valueOf(written: string, at: number, column: number, path: Path): Tree {
    if (/^[|>][+-]?\d?[+-]?\s*(?:#.*)?$/.test(written)) return this.#blockAfter(at, column, path);
    if (/^[[{]/.test(written)) {
      const end = flowEnd(this.#text, at, column);
      this.#flow = { from: at, to: end, path };
      const read = readYaml(this.#text.slice(at, end), this.#file, at);
      return (read.tooDeep === null ? read.documents[0]?.built?.tree : null) ?? this.#nothingAt(at);
    }
    return this.#leafAt(at, at + lengthOfPlain(written));
  }

  /** The lines up to the first that is no deeper than the key. */
  #blockAfter(at: number, column: number, path: Path): Leaf {
    this.#block = { column, path };
    const first = this.#text.indexOf('\n', at) + 1;
    if (first === 0) return this.#nothingAt(at);
    let end = first;
    while (end < this.#text.length) {
      const next = this.#text.indexOf('\n', end);
      const line = this.#text.slice(end, next === -1 ? undefined : next);
      if (line.trim() !== '' && line.length - line.trimStart().length <= column) break;
      end = next === -1 ? this.#text.length : next + 1;
    }
    return { ...this.#leafAt(first, end), style: 'block' };
  }

  #leafAt(start: number, end: number): Leaf {
    const written = this.#text.slice(start, end);
    const value = unquoted(written.replace(/^[&!][^\s,[\]{}]*\s*/, ''));
    return { ...plainLeaf(value, { file: this.#file, start, end }), written };
  }

  #nothingAt(at: number): Leaf {
    const range = { file: this.#file, start: at, end: at };
    return { kind: 'leaf', value: null, text: '', written: '', style: 'plain', tag: null, range };
  }

  #caretAt(spot: Spot | null, part: Caret['part'], start: number, end: number, hasColon = false): Caret | null {
    if (spot === null || this.#offset < start || this.#offset > end) return null;
    return { part, path: spot.path, start, end, hasColon, style: 'block' };
  }

  #caretInPlain(rest: string, at: number, length: number, spot: Spot | null): Caret | null {
    if (spot !== null && /^[[{]/.test(rest)) return caretInFlow(this.#text, at, this.#offset, spot.path);
    return this.#caretAt(spot, spot?.into === null ? 'either' : 'key', at, at + length);
  }

  #caretInValue(value: string, at: number, colon: number, path: Path): Caret | null {
    if (this.#offset <= colon + 1) return null;
    if (/^[[{]/.test(value)) return caretInFlow(this.#text, at, this.#offset, path);
    const length = lengthOfPlain(value);
    const [start, end] = length === 0 ? [this.#offset, this.#offset] : [at, at + length];
    if (length === 0 && this.#text.slice(colon, this.#offset).includes('#')) return null;
    return this.#caretAt({ depth: 0, into: null, path }, 'value', start, end);
  }

  /** The caret in a line without structure: blank, a comment, or a line of a longer value. */
  #caretBetweenLines(): Caret | null {
    const { from, to, path: flow } = this.#flow;
    if (this.#lineStart > from && this.#offset < to) return caretInFlow(this.#text, from, this.#offset, flow);
    const end = this.#text.indexOf('\n', this.#offset);
    const lineEnd = end === -1 ? this.#text.length : end;
    const line = this.#text.slice(this.#lineStart, lineEnd);
    const isBlank = line.trim() === '';
    const column = isBlank ? this.#offset - this.#lineStart : line.length - line.trimStart().length;
    if (this.#block !== null && column > this.#block.column) {
      const { path } = this.#block;
      return { part: 'value', path, start: this.#lineStart, end: lineEnd, hasColon: false, style: 'lines' };
    }
    if (!isBlank) return null;
    const spot = this.#spotFor(column, 'strict');
    return this.#caretAt(spot, spot?.into === null ? 'either' : 'key', this.#offset, this.#offset);
  }
}
