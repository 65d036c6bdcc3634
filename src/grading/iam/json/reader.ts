import { byteOrderMark, isInvisible, isOddSpace, isSpace, narrowed } from './characters.ts';
import type { JsonFault, JsonFaultKind } from './faults.ts';
import type { JsonNode, Span } from './nodes.ts';

/** Nested brackets that are read; IAM's grammar needs six. Deeper ones are skipped as a whole. */
export const maxDepth = 64;

/** Faults that are kept of one text: more would help nobody. */
const maxFaults = 100;

type FaultEdit = Span & { readonly text: string };

/** The text, how far it is read, and what was wrong so far. Shared by the functions that read one kind of value each. */
export interface Reading {
  readonly text: string;
  at: number;
  depth: number;
  readonly faults: JsonFault[];
  /** The closing brackets that open ones wait for, innermost last. */
  readonly awaited: string[];
}

/** Starts to read a text. */
export function startReading(text: string): Reading {
  return { text, at: 0, depth: 0, faults: [], awaited: [] };
}

/** Notes a fault at `[start, end)`, with the edits that mend it where they are certain. */
export function note(reading: Reading, kind: JsonFaultKind, start: number, end: number, ...edits: FaultEdit[]): void {
  if (reading.faults.length < maxFaults) reading.faults.push({ kind, start, end, edits });
}

/** The character to read next; a full-width sign of punctuation counts as the narrow one. */
export function peek({ text, at }: Reading): string {
  const character = text[at] ?? '';
  return narrowed(character) ?? character;
}

/** Reads the punctuation that `peek` showed, and notes it if it is full-width. */
export function take(reading: Reading): void {
  const character = reading.text[reading.at] ?? '';
  const narrow = narrowed(character);
  const span = { start: reading.at, end: reading.at + 1 };
  if (narrow !== undefined) note(reading, 'full-width', span.start, span.end, { ...span, text: narrow });
  reading.at += 1;
}

/** Passes over white space, and over what people take for it: comments, byte order marks, no-break and zero-width spaces. */
export function skipSpace(reading: Reading): void {
  const { text } = reading;
  for (;;) {
    while (isSpace(text[reading.at])) reading.at += 1;
    if (isOddSpace(text[reading.at])) skipOddSpaces(reading);
    else if (!skipComment(reading)) return;
  }
}

function skipOddSpaces(reading: Reading): void {
  const { text } = reading;
  const start = reading.at;
  if (start === 0 && text.startsWith(byteOrderMark)) {
    reading.at = 1;
    note(reading, 'byte-order-mark', 0, 1, { start: 0, end: 1, text: '' });
    return;
  }
  let visible = false;
  while (isOddSpace(text[reading.at])) {
    visible ||= !isInvisible(text[reading.at] ?? '');
    reading.at += 1;
  }
  note(reading, 'odd-space', start, reading.at, { start, end: reading.at, text: visible ? ' ' : '' });
}

/** Reads a `//`, `#` or block comment. An unfinished block comment reaches to the end of the text. */
function skipComment(reading: Reading): boolean {
  const { text } = reading;
  const start = reading.at;
  const isBlock = text.startsWith('/*', start);
  if (!isBlock && !text.startsWith('//', start) && text[start] !== '#') return false;
  const close = text.indexOf(isBlock ? '*/' : '\n', isBlock ? start + 2 : start);
  reading.at = close === -1 ? text.length : close + (isBlock ? 2 : 0);
  if (!isBlock && text[reading.at - 1] === '\r') reading.at -= 1;
  note(reading, 'comment', start, reading.at, { start, end: reading.at, text: '' });
  return true;
}

/** A stand-in for a value that is missing or cannot be read. */
export function unreadable(start: number, end: number): JsonNode {
  return { kind: 'null', readable: false, start, end };
}
