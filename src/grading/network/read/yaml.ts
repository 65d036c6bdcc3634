import type { SourceRange } from '../../core/types.ts';
import { type Built, readYaml, type YamlDocument } from '../../core/yaml/read.ts';
import { keyText, type Leaf, type Tree } from '../../core/yaml/tree.ts';

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

export interface TreesOfText {
  /** One tree a document. Empty when the text is not YAML, or when it holds nothing. */
  readonly trees: readonly Tree[];
  readonly faults: readonly YamlFault[];
}

/** Nodes that aliases may add to a text; an alias bomb asks for billions. */
const maxAliasedNodes = 10_000;

/** The trees of a text. One with a fault other than a duplicate key has none: what stands after the fault would be guesswork. */
export function readTrees(text: string, file: string, offset: number): TreesOfText {
  const read = readYaml(text, file, offset);
  if (read.tooDeep !== null) return { trees: [], faults: [{ kind: 'too-deep', range: read.tooDeep, detail: '' }] };
  const syntax = read.documents.flatMap((document) => syntaxFaults(document, text, offset));
  if (syntax.length > 0) return { trees: [], faults: syntax };
  const built = read.documents.flatMap((document) => (document.built === null ? [] : [document.built]));
  const faults = built.flatMap(faultsIn);
  const fatal = faults.some(({ kind }) => kind !== 'duplicate-key');
  const trees = built.map(({ tree }) => tree).filter((tree) => tree.kind !== 'leaf' || tree.value !== null);
  return { trees: fatal ? [] : trees, faults };
}

function faultsIn({ aliases, aliasedNodes, duplicates }: Built): readonly YamlFault[] {
  const [first] = aliases;
  const tooMany =
    first !== undefined && aliasedNodes > maxAliasedNodes ? [{ ...first, kind: 'too-many-aliases' as const }] : [];
  const wrong = aliases
    .filter(({ names }) => names !== 'anchor')
    .map((alias) => ({
      ...alias,
      kind: alias.names === 'nothing' ? ('unknown-alias' as const) : ('too-many-aliases' as const),
    }));
  return [
    ...[...tooMany, ...wrong].map(({ kind, range, name }) => ({ kind, range, detail: name })),
    ...duplicates.map(({ entry }) => ({
      kind: 'duplicate-key' as const,
      range: entry.key.range,
      detail: keyText(entry),
    })),
  ];
}

/** The first fault alone: a parser that has lost its way reports the same slip many times over. */
function syntaxFaults({ errors: [first], built }: YamlDocument, text: string, offset: number): readonly YamlFault[] {
  if (first === undefined) return [];
  const { code, said, range } = first;
  const start = range.start - offset;
  if (code === 'TAB_AS_INDENT') {
    const indent = /^[ \t]*/.exec(text.slice(start))?.[0].length ?? 1;
    return [{ kind: 'tab-indentation', range: { ...range, end: range.start + Math.max(1, indent) }, detail: '' }];
  }
  const quote = /Missing closing (['"])quote/.exec(said)?.[1];
  const open = quote === undefined || built === null ? null : lastLeaf(built.tree);
  if (quote !== undefined && open !== null && open.range.start < range.end && /^['"]/.test(open.written)) {
    return [{ kind: 'unclosed-quote', range: firstLineOf(open, text, offset), detail: quote }];
  }
  const end = Math.min(Math.max(range.end, range.start + 1), offset + text.length);
  return [{ kind: 'syntax', range: { ...range, end }, detail: said }];
}

/** The leaf that the text ends with. */
function lastLeaf(tree: Tree): Leaf | null {
  if (tree.kind === 'leaf') return tree;
  if (tree.kind === 'list') {
    const last = tree.items.at(-1);
    return last === undefined ? null : lastLeaf(last);
  }
  const last = tree.entries.at(-1);
  if (last === undefined) return null;
  return last.value.kind === 'leaf' && last.value.written === '' ? last.key : lastLeaf(last.value);
}

function firstLineOf({ range }: Leaf, text: string, offset: number): SourceRange {
  const length = text.slice(range.start - offset).search(/[\r\n]/);
  return { ...range, end: length < 0 ? offset + text.length : range.start + length };
}
