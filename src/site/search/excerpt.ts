/** A stretch of text; `isMatch` where the query met it. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

const length = 150;

/** The part of a text around the first match, cut into pieces, the matches apart. Whole words, with `…` where it was cut. */
export function excerpt(text: string, matched: readonly string[]): readonly Piece[] {
  const words = matched.filter((word) => word.length > 1).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = words.length === 0 ? null : new RegExp(`(${words.join('|')})`, 'giu');
  const first = pattern === null ? 0 : Math.max(0, text.search(pattern));
  const start = first < length / 2 ? 0 : text.lastIndexOf(' ', first - 30) + 1;
  const end = start + length >= text.length ? text.length : text.lastIndexOf(' ', start + length);
  const cut = text.slice(start, end > start ? end : start + length);
  const shown = `${start > 0 ? '… ' : ''}${cut}${start + cut.length < text.length ? ' …' : ''}`;
  if (pattern === null) return [{ text: shown, isMatch: false }];
  return shown
    .split(pattern)
    .map((piece, index) => ({ text: piece, isMatch: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
