import type { Files } from '../grading/index.ts';

/** Line and column from 1, offset from 0; columns and offsets in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Turns offsets into positions. LF, CR LF and a lone CR each end a line; an offset outside the text is moved to its nearest end. */
export function positionsIn(files: Files): (file: string, offset: number) => Position {
  const lineStarts = new Map<string, readonly number[]>();
  return (file, offset) => {
    const text = files[file] ?? '';
    const starts = lineStarts.get(file) ?? startsOfLines(text);
    lineStarts.set(file, starts);
    const inside = Math.max(0, Math.min(offset, text.length));
    const line = lastAtMost(starts, inside);
    return { line: line + 1, column: inside - (starts[line] ?? 0) + 1, offset: inside };
  };
}

function startsOfLines(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (match) => match.index + match[0].length)];
}

/** Index of the last number that is not above `limit`, by bisection; the first number is 0. */
function lastAtMost(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ascending[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
