import { type Document, isMap, isScalar, isSeq, visit, type YAMLParseError } from 'yaml';
import { maxFileLength } from '../../core/limits.ts';
import { nearest } from '../../core/nearest.ts';
import type { Diagnostic, SourceRange } from '../../core/types.ts';
import { composeDocument } from '../../core/yaml/compose.ts';
import { found, quote, suggest } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import { maxAliases, maxDepth, maxExpandedNodes, type Weight, weigh } from './budget.ts';
import { findTraps } from './traps.ts';
import { type Entry, type MapNode, type Node, treeOf } from './tree.ts';

/** What YAML alone says of the text. */
export interface ReadYaml {
  /** Null when nothing is there, or when the text is beyond the limits. */
  readonly root: Node | null;
  /** The text with a `%YAML` line made a comment; offsets are the same. */
  readonly text: string;
  readonly refused: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the text as YAML 1.2, within limits, before any other reader sees it. Total, and linear in the text. */
export function readYaml(raw: string, file: string): ReadYaml {
  if (raw.length > maxFileLength) {
    const range = { file, start: 0, end: Math.min(raw.length, 1) };
    const params = { file, size: raw.length, limit: maxFileLength };
    return refuse(raw, [found('error', 'core/too-large', params, range, sources.limits)]);
  }
  // GitHub takes `%YAML 1.1` for granted; the readers here stumble over it, so it is read as a comment of the same length.
  const text = raw.replace(/^(\uFEFF?)%YAML/gm, '$1#YAML');
  const tooDeep = found('error', 'workflow/too-deep', { limit: maxDepth }, { file, start: 0, end: 1 }, sources.limits);
  if (nestsBeyondReason(text)) return refuse(text, [tooDeep]);
  if (hasMarksBeyondReason(text)) {
    const start = { file, start: 0, end: 1 };
    return refuse(text, [
      found('error', 'workflow/too-many-nodes', { limit: maxExpandedNodes }, start, sources.limits),
    ]);
  }
  let document: Document;
  try {
    document = composeDocument(text, {
      version: '1.2',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      keepSourceTokens: true,
    });
    return readDocument(document, text, file);
  } catch (error) {
    // Only nesting that exhausts the stack ends here.
    if (!(error instanceof RangeError)) throw error;
    return refuse(text, [tooDeep]);
  }
}

const maxLines = 20_000;
const maxMarks = 100_000;

/** Whether there are more lines, or characters that YAML gives a meaning, than a text within the limits can have. */
function hasMarksBeyondReason(text: string): boolean {
  let lines = 0;
  let marks = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\n' || character === '\r') lines++;
    else if (':,&*!"#|[{'.includes(character)) marks++;
  }
  return lines > maxLines || marks > maxMarks;
}

/** Whether brackets or dashes nest so deeply that a parser by recursion would only get there to fail. */
function nestsBeyondReason(text: string): boolean {
  if (/(?:- ){500}/.test(text)) return true;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) depth++;
    else if (code === 0x5d || code === 0x7d) depth = Math.max(0, depth - 1);
    if (depth > 1000) return true;
  }
  return false;
}

function readDocument(document: Document, text: string, file: string): ReadYaml {
  if (document.contents === null && document.errors.length === 0) {
    return refuse(text, [found('error', 'core/empty-file', { file }, { file, start: 0, end: 0 }, sources.syntax)]);
  }
  const weight = weigh(document, file);
  const beyond = beyondLimits(weight, file);
  if (beyond !== null) return refuse(text, [beyond]);
  const root = treeOf(document, file, text);
  const broken = document.errors.length > 0;
  const traps = findTraps(text, file, broken);
  const diagnostics = [
    ...traps,
    ...(broken ? errorsOf(document, text, file, traps) : []),
    ...tagsIn(document, file, text),
    ...anchorFaults(weight, text),
    ...duplicateKeys(root),
  ];
  return { root, text, refused: diagnostics.some(({ severity }) => severity === 'error'), diagnostics };
}

function refuse(text: string, diagnostics: readonly Diagnostic[]): ReadYaml {
  return { root: null, text, refused: true, diagnostics };
}

function beyondLimits({ nodes, depth, aliases }: Weight, file: string): Diagnostic | null {
  const [first] = aliases;
  const all: SourceRange = { file, start: first?.start ?? 0, end: first?.end ?? 1 };
  if (aliases.length > maxAliases || (nodes > maxExpandedNodes && first !== undefined)) {
    const related = aliases.slice(1, 20);
    return found(
      'error',
      'workflow/too-many-aliases',
      { aliases: aliases.length, limit: maxAliases },
      all,
      sources.anchors,
      { related },
    );
  }
  if (nodes > maxExpandedNodes) {
    return found('error', 'workflow/too-many-nodes', { limit: maxExpandedNodes }, all, sources.limits);
  }
  return depth > maxDepth * 2 ? found('error', 'workflow/too-deep', { limit: maxDepth }, all, sources.limits) : null;
}

const maxErrors = 10;

/** The parser's own errors, where no trap explains the same or a neighbouring line better. */
function errorsOf(document: Document, text: string, file: string, traps: readonly Diagnostic[]): readonly Diagnostic[] {
  const explained = traps.filter(({ severity }) => severity === 'error');
  const diagnostics: Diagnostic[] = [];
  let lastLine = -1;
  for (const error of document.errors.slice(0, 200)) {
    const range = rangeOfError(error, text, file);
    const line = countLines(text, range.start);
    if (explained.length > 0 && !isFarBefore(range, explained)) break;
    if (line === lastLine || diagnostics.length >= maxErrors) continue;
    lastLine = line;
    diagnostics.push(explain(error, range));
  }
  return diagnostics;
}

/** Once a slip is explained, what the parser says further down is most often its echo. */
function isFarBefore(range: SourceRange, explained: readonly Diagnostic[]): boolean {
  return range.start < Math.min(...explained.map((trap) => trap.range.start)) - 200;
}

function explain(error: YAMLParseError, range: SourceRange): Diagnostic {
  const said = (error.message.split('\n')[0] ?? '').replace(/\.$/, '');
  if (error.code === 'MULTIPLE_DOCS') return found('error', 'workflow/second-document', {}, range, sources.yaml);
  const isIndentation = ['BAD_INDENT', 'MISSING_CHAR', 'UNEXPECTED_TOKEN', 'MULTILINE_IMPLICIT_KEY'].includes(
    error.code,
  );
  if (isIndentation && /same column|indent|indicator|single line|followed by/i.test(said)) {
    return found('error', 'workflow/yaml-indentation', { said }, range, sources.yaml);
  }
  return found('error', 'workflow/yaml-syntax', { said }, range, sources.yaml);
}

/** The line of the error, without its indentation; an error at the end of a line belongs to it. */
function rangeOfError({ pos, code }: YAMLParseError, text: string, file: string): SourceRange {
  const at = Math.min(pos[0], Math.max(0, text.length - 1));
  const start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  const lineEnd = text.indexOf('\n', start);
  const end = Math.min(lineEnd === -1 ? text.length : lineEnd, start + 400);
  const indent = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
  // A key that stands too deep is read as part of the value above it, and the value is then to blame.
  const echo = code === 'BLOCK_AS_IMPLICIT_KEY' ? /^\n\s+[\w-]+:(?:\s.*)?/.exec(text.slice(end, end + 400)) : null;
  return { file, start: Math.min(start + indent, end), end: end + (echo?.[0].trimEnd().length ?? 0) };
}

function countLines(text: string, offset: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function tagsIn(document: Document, file: string, text: string): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  visit(document, {
    Node: (_, node) => {
      if (!(isScalar(node) || isMap(node) || isSeq(node)) || node.tag === undefined || diagnostics.length >= maxErrors)
        return;
      const [valueStart = 0, valueEnd = 0] = node.range ?? [];
      const lineStart = text.lastIndexOf('\n', valueStart - 1) + 1;
      const bang = text.slice(lineStart, valueStart + 1).lastIndexOf('!');
      if (bang === -1) return;
      const start = lineStart + bang;
      const end = Math.max(valueEnd, start + 1);
      const range = { file, start, end };
      const written = text.slice(start, end).trimEnd();
      diagnostics.push(
        found('error', 'workflow/yaml-tag', { tag: written.split(/\s/)[0] ?? '!' }, range, sources.yaml, {
          fixes: quote(written, range),
        }),
      );
    },
  });
  return diagnostics;
}

function anchorFaults({ unknown, circular, anchors }: Weight, text: string): readonly Diagnostic[] {
  return [
    ...unknown.slice(0, maxErrors).map(({ name, range }) => {
      const written = text.slice(range.start, range.end);
      if (/[*?/.!]/.test(name) || name === '') {
        return found('error', 'workflow/unquoted-star', { text: written }, range, sources.yaml, {
          fixes: quote(written, range),
        });
      }
      const meant = nearest(
        name,
        anchors.map((anchor) => anchor.name),
      );
      return found('error', 'workflow/unknown-anchor', { name }, range, sources.anchors, {
        fixes: meant === null ? quote(written, range) : suggest(`*${meant}`, range),
      });
    }),
    ...circular.map((range) => found('error', 'workflow/circular-alias', {}, range, sources.anchors)),
    ...anchors
      .filter(({ used }) => !used)
      .slice(0, maxErrors)
      .map(({ name, range }) => found('warning', 'workflow/unused-anchor', { name }, range, sources.anchors)),
  ];
}

/** Keys that are the same but for the case of their letters count as one only where GitHub says so; here they must be equal. */
function duplicateKeys(root: Node | null): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seenMaps = new Set<MapNode>();
  const stack: (Node | null)[] = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node?.kind === 'list') stack.push(...node.items);
    if (node?.kind !== 'map' || seenMaps.has(node)) continue;
    seenMaps.add(node);
    stack.push(...node.entries.map(({ value }) => value));
    const first = new Map<string, Entry>();
    for (const entry of node.entries) {
      const earlier = first.get(entry.key.text);
      if (earlier === undefined) first.set(entry.key.text, entry);
      else if (diagnostics.length < maxErrors) {
        const params = { key: entry.key.text };
        const related = [earlier.key.range];
        diagnostics.push(
          found('error', 'workflow/duplicate-key', params, entry.key.range, sources.syntax, { related }),
        );
      }
    }
  }
  return diagnostics;
}
