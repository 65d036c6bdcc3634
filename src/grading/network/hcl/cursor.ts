import type { SourceRange } from '../../core/types.ts';

/** A place in a text that is being read, and the first fault in it. After a fault it stands at the end, so that every loop ends. */
export interface Cursor {
  readonly text: string;
  readonly file: string;
  /** Where the text begins in its file. */
  readonly offset: number;
  at: number;
  /** Open brackets; inside of them a new line is a space like any other. */
  open: number;
  depth: number;
  fault: { readonly expected: string; readonly range: SourceRange } | null;
}

/** What nests deeper is read no further. */
const mostLevels = 100;

/** The place from an offset up to where the cursor stands. */
export function rangeFrom({ file, offset, at }: Cursor, start: number): SourceRange {
  return { file, start: offset + Math.min(start, at), end: offset + at };
}

/** Records what is missing at the cursor, or of what begins at `from`, and gives the rest of the text up. */
export function fail(cursor: Cursor, expected: string, from = cursor.at): void {
  const { text, file, offset, at } = cursor;
  const start = offset + Math.min(from, text.length);
  const end = offset + Math.min(Math.max(at, from + 1), text.length);
  cursor.fault ??= { expected, range: { file, start, end } };
  cursor.at = text.length;
}

const blank = /(?:[ \t\r\ufeff]|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const blankLines = /(?:[ \t\r\n\ufeff]|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;

/** Passes over spaces and comments, and over new lines inside of brackets or when told so. */
export function skip(cursor: Cursor, lines = cursor.open > 0): void {
  take(cursor, lines ? blankLines : blank);
}

/** Takes what a sticky pattern matches at the cursor; null, and stays, when it does not. */
export function take(cursor: Cursor, pattern: RegExp): string | null {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text)?.[0] ?? null;
  if (match !== null) cursor.at += match.length;
  return match;
}

/** Takes a mark that may stand here. */
export function takeMark(cursor: Cursor, mark: string): boolean {
  if (!cursor.text.startsWith(mark, cursor.at)) return false;
  cursor.at += mark.length;
  return true;
}

/** Takes a mark that has to stand here. */
export function need(cursor: Cursor, mark: string): void {
  skip(cursor);
  if (!takeMark(cursor, mark)) fail(cursor, mark);
}

/** Reads what stands one level deeper: a branch, an operand, what is in brackets. Too deep is a fault. */
export function deeper<T>(cursor: Cursor, read: () => T): T {
  if (++cursor.depth > mostLevels) fail(cursor, '}');
  const result = read();
  cursor.depth--;
  return result;
}

/** Reads what stands in brackets: new lines count as spaces in there. */
export function inside<T>(cursor: Cursor, read: () => T): T {
  cursor.open++;
  const result = deeper(cursor, read);
  cursor.open--;
  return result;
}
