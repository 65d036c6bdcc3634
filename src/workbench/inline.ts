/** A stretch of a sentence; `code` was in backticks. */
export interface Piece {
  readonly text: string;
  readonly code: boolean;
}

/** Cuts a sentence at its backticks. One without a partner stands as it is. */
export function piecesOf(sentence: string): readonly Piece[] {
  return sentence
    .split(/`([^`]+)`/)
    .map((text, index) => ({ text, code: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
