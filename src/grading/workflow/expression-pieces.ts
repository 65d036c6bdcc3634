import type { SourceRange } from '../core/types.ts';
import type { Leaf } from '../core/yaml/tree.ts';

/** A stretch of a text: as it stands, or an expression between `${{` and `}}`. */
export interface Piece {
  readonly text: string;
  readonly expression: string | null;
  /** Where it stands in the file, braces included; the whole value where that cannot be told. */
  readonly range: SourceRange;
}

/** Longest text with expressions that GitHub reads. */
export const maxExpressionText = 21_000;

/** Splits a value at its expressions. The n-th expression of the value is the n-th of the value as it is written. */
export function piecesOf({ text, written, range }: Leaf): readonly Piece[] {
  if (!text.includes('${{') || text.length > maxExpressionText) return [{ text, expression: null, range }];
  const places = scanExpressions(written);
  const pieces: Piece[] = [];
  let done = 0;
  for (const [index, { start, end }] of scanExpressions(text).entries()) {
    if (start > done) pieces.push({ text: text.slice(done, start), expression: null, range });
    const place = places[index];
    const at = place && { ...range, start: range.start + place.start, end: range.start + place.end };
    pieces.push({ text: text.slice(start, end), expression: text.slice(start + 3, end - 2), range: at ?? range });
    done = end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), expression: null, range });
  return pieces;
}

/** Places of `${{ … }}`, quotes inside taken into account. Linear: at the first that is never closed it ends. */
function scanExpressions(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = text.indexOf('${{');
  while (start !== -1) {
    let at = start + 3;
    while (at < text.length && !text.startsWith('}}', at)) {
      const quoteEnd = text[at] === "'" ? text.indexOf("'", at + 1) : at;
      if (quoteEnd === -1) return found;
      at = quoteEnd + 1;
    }
    if (at >= text.length) return found;
    found.push({ start, end: at + 2 });
    start = text.indexOf('${{', at + 2);
  }
  return found;
}

/** The expression of an `if`, with its braces or without; null when text around `${{ }}` turns it into a text. */
export function conditionIn(condition: Leaf): string | null {
  const pieces = piecesOf(condition).filter((piece) => piece.expression !== null || piece.text.trim() !== '');
  if (pieces.every((piece) => piece.expression === null)) return condition.text.trim();
  return pieces.length === 1 ? (pieces[0]?.expression ?? null) : null;
}

/** Whether a condition asks for the state of the job itself. */
export function namesStatus(expression: string): boolean {
  return /(?<![\w.])(success|failure|always|cancelled)\s*\(/i.test(expression.replace(/'(?:[^']|'')*'/g, "''"));
}
