import { type EntryList, memberOf, type PolicyDocument } from './document.ts';
import type { Edit } from './finding.ts';
import type { JsonNode, Span } from './json/nodes.ts';

/** Puts strings behind the last one of a list, laid out as the list is; a lone string gets its brackets. */
export function appendStrings(
  { text }: PolicyDocument,
  { value }: EntryList,
  added: readonly string[],
): readonly Edit[] {
  const quoted = added.map((each) => JSON.stringify(each));
  const last = value.kind === 'list' ? value.items.at(-1) : undefined;
  if (last !== undefined) return [insert(last.end, [...separated(text, last, quoted)].join(''))];
  return [insert(value.start, '['), insert(value.end, `${quoted.map((each) => `, ${each}`).join('')}]`)];
}

/** Puts a statement behind the last one, laid out as that one is; a lone statement gets its brackets. Empty when there is none. */
export function appendStatement(document: PolicyDocument, statement: object): readonly Edit[] {
  const { text, root } = document;
  const listed = memberOf(root, 'Statement')?.value;
  if (listed === undefined) return [];
  if (listed.kind === 'list') {
    const last = listed.items.at(-1);
    if (last === undefined) return [];
    return [insert(last.end, [...separated(text, last, [layOut(text, last, statement)])].join(''))];
  }
  return [insert(listed.start, '['), insert(listed.end, `, ${layOut(text, listed, statement)}]`)];
}

/** Replaces a string by another one. */
export function replaceString({ start, end }: Span, text: string): Edit {
  return { start, end, text: JSON.stringify(text) };
}

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

/** Each text after a comma; on a line of its own where the node before it stands on one. */
function* separated(text: string, last: Span, added: readonly string[]): Generator<string> {
  const indent = indentOf(text, last);
  for (const each of added) yield indent === null ? `, ${each}` : `,${lineEndOf(text)}${indent}${each}`;
}

/** The blanks before a node that begins its line; null when something else stands before it there. */
function indentOf(text: string, { start }: Span): string | null {
  let at = start;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1;
  return at > 0 && (text[at - 1] === '\n' || text[at - 1] === '\r') ? text.slice(at, start) : null;
}

function lineEndOf(text: string): string {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/** A statement as JSON, over several lines where the one beside it is. */
function layOut(text: string, beside: JsonNode, statement: object): string {
  const first = beside.kind === 'object' ? beside.members[0]?.key : undefined;
  const inner = first === undefined ? null : indentOf(text, first);
  if (inner === null) return JSON.stringify(statement);
  const outer = indentOf(text, beside) ?? lineIndentOf(text, beside);
  const step = inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : '  ';
  return JSON.stringify(statement, null, step).replaceAll('\n', `${lineEndOf(text)}${outer}`);
}

/** The blanks at the beginning of the line on which a node begins. */
function lineIndentOf(text: string, { start }: Span): string {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  let at = lineStart;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return text.slice(lineStart, at);
}
