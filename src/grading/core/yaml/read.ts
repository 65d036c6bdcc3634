import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { SourceRange } from '../types.ts';
import { composeDocuments } from './compose.ts';
import { depthFault, maxDepth } from './depth.ts';
import { type Entry, keyText, type Leaf, type Tree } from './tree.ts';

export type FaultKind =
  | 'tab-indentation'
  | 'unclosed-quote'
  | 'duplicate-key'
  | 'too-deep'
  | 'too-many-aliases'
  | 'unknown-alias'
  | 'syntax';

/** Why a text is not YAML 1.2, or not YAML that is read here. */
export interface YamlFault {
  readonly kind: FaultKind;
  readonly range: SourceRange;
  /** The key, alias or parser's words that the fault is about. */
  readonly detail: string;
}

export interface YamlText {
  /** One tree a document. Empty when the text is not YAML, or when it holds nothing. */
  readonly trees: readonly Tree[];
  readonly faults: readonly YamlFault[];
}

/** Nodes that aliases may add to a file; an alias bomb asks for billions. */
const maxAliasedNodes = 10_000;

/**
 * Reads YAML 1.2 (and so JSON) with the place of every piece. A text with a fault other than a duplicate key has no trees: what
 * stands after the fault would be guesswork. `offset` is where the text begins in its file.
 *
 * @example readYaml('a: 1', 'x.yaml').trees[0]?.kind // => 'mapping'
 */
export function readYaml(text: string, file: string, offset = 0): YamlText {
  const inside = (position: number) => offset + Math.min(position, text.length);
  const at = (start: number, end: number): SourceRange => ({ file, start: inside(start), end: inside(end) });
  const tooDeep = depthFault(text);
  if (tooDeep !== null)
    return { trees: [], faults: [{ kind: 'too-deep', range: at(tooDeep, tooDeep + 1), detail: '' }] };
  const documents = composeDocuments(text, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
  const faults = documents.flatMap((document) => syntaxFaults(document, text, at));
  if (faults.length > 0) return { trees: [], faults };
  const converter = new Converter(text, at);
  const trees = documents.flatMap(({ contents }) => {
    return contents === null || (isScalar(contents) && contents.value === null) ? [] : [converter.convert(contents, 0)];
  });
  const fatal = converter.faults.some(({ kind }) => kind !== 'duplicate-key');
  return { trees: fatal ? [] : trees, faults: converter.faults };
}

type At = (start: number, end: number) => SourceRange;

/** The first fault alone: a parser that has lost its way reports the same slip many times over. */
function syntaxFaults(document: Document.Parsed, text: string, at: At): readonly YamlFault[] {
  const first = document.errors[0];
  if (first === undefined) return [];
  const [start, end] = first.pos;
  if (first.code === 'TAB_AS_INDENT') {
    const indent = /^[ \t]*/.exec(text.slice(start))?.[0].length ?? 1;
    return [{ kind: 'tab-indentation', range: at(start, start + Math.max(1, indent)), detail: '' }];
  }
  const quote = /Missing closing (['"])quote/.exec(first.message)?.[1];
  if (quote !== undefined) {
    const open = openingQuote(document.contents, text, end);
    if (open !== null) return [{ kind: 'unclosed-quote', range: at(open, endOfLine(text, open)), detail: quote }];
  }
  return [{ kind: 'syntax', range: at(start, Math.max(end, start + 1)), detail: first.message }];
}

function endOfLine(text: string, from: number): number {
  const length = text.slice(from).search(/[\r\n]/);
  return length < 0 ? text.length : from + length;
}

/** Where the quoted scalar that runs to the end of the text begins. */
function openingQuote(contents: Node | null, text: string, end: number): number | null {
  let node: unknown = contents;
  for (let depth = 0; depth < maxDepth; depth++) {
    if (isMap(node)) node = node.items.at(-1)?.value ?? node.items.at(-1)?.key;
    else if (isSeq(node)) node = node.items.at(-1);
    else break;
  }
  if (!isScalar(node) || !node.range) return null;
  const [start] = node.range;
  return start < end && /['"]/.test(text[start] ?? '') ? start : null;
}

/** Turns the parser's nodes into trees, counting what aliases add. */
class Converter {
  readonly faults: YamlFault[] = [];
  /** What each anchor names at this point of the text; a later anchor of the same name replaces an earlier one. */
  readonly #anchors = new Map<string, unknown>();
  #aliasedNodes = 0;
  readonly #text: string;
  readonly #at: At;

  constructor(text: string, at: At) {
    this.#text = text;
    this.#at = at;
  }

  convert(node: unknown, depth: number, aliased = false): Tree {
    if (aliased && ++this.#aliasedNodes > maxAliasedNodes) return this.#nothing(node);
    if (isAlias(node)) return this.#alias(node, depth);
    const tag = isScalar(node) || isMap(node) || isSeq(node) ? (node.tag ?? null) : null;
    if (!aliased && (isScalar(node) || isMap(node) || isSeq(node)) && node.anchor) this.#anchors.set(node.anchor, node);
    const range = this.#rangeOf(node);
    if (isMap(node)) {
      const entries = node.items.map(({ key, value }) => this.#entry(key, value, range, depth, aliased));
      if (!aliased) this.#reportDuplicates(entries);
      return { kind: 'mapping', entries, tag, range };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.convert(item, depth + 1, aliased));
      return { kind: 'list', items, tag, range };
    }
    return this.#leaf(node, tag, range);
  }

  #leaf(node: unknown, tag: string | null, range: SourceRange): Leaf {
    const raw = isScalar(node) ? node.value : null;
    const plain = typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean' || raw === null;
    const written = isScalar(node) && node.range ? this.#text.slice(node.range[0], node.range[1]) : '';
    return { kind: 'leaf', value: plain ? raw : String(raw), written, tag, range };
  }

  #entry(key: unknown, value: unknown, parent: SourceRange, depth: number, aliased: boolean): Entry {
    const keyTree = this.convert(key, depth + 1, aliased);
    const leaf: Leaf =
      keyTree.kind === 'leaf'
        ? keyTree
        : { kind: 'leaf', value: '(not a plain key)', written: '', tag: null, range: keyTree.range };
    const found = value === null || value === undefined ? null : this.convert(value, depth + 1, aliased);
    const end = found?.range.end ?? leaf.range.end;
    const none: Leaf = { kind: 'leaf', value: null, written: '', tag: null, range: { ...leaf.range, start: end, end } };
    const start = key === null ? parent.start : leaf.range.start;
    return { key: leaf, value: found ?? none, range: { ...leaf.range, start, end: Math.max(start, end) } };
  }

  #alias(alias: Alias, depth: number): Tree {
    const range = this.#rangeOf(alias);
    const target = depth < maxDepth ? this.#anchors.get(alias.source) : undefined;
    if (target !== undefined) return { ...this.convert(target, depth + 1, true), range };
    this.faults.push({ kind: depth < maxDepth ? 'unknown-alias' : 'too-many-aliases', range, detail: alias.source });
    return this.#nothing(alias);
  }

  #nothing(node: unknown): Leaf {
    const range = this.#rangeOf(node);
    const reported = this.faults.some(({ kind }) => kind === 'too-many-aliases');
    if (this.#aliasedNodes > maxAliasedNodes && !reported)
      this.faults.push({ kind: 'too-many-aliases', range, detail: '' });
    return { kind: 'leaf', value: null, written: '', tag: null, range };
  }

  #rangeOf(node: unknown): SourceRange {
    const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : null;
    if (!range) return this.#at(0, 0);
    const start = range[0];
    let end = range[1];
    // A block collection runs on to the next token; what is underlined ends with its last visible character.
    while (end > start && /\s/.test(this.#text[end - 1] ?? '')) end--;
    return this.#at(start, end);
  }

  #reportDuplicates(entries: readonly Entry[]): void {
    const seen = new Set<string>();
    for (const entry of entries) {
      const key = keyText(entry);
      if (seen.has(key)) this.faults.push({ kind: 'duplicate-key', range: entry.key.range, detail: key });
      seen.add(key);
    }
  }
}
