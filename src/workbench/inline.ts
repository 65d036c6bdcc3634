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

const longestWhole = 28;

/** Whether code in a sentence is a name that would read as another one when broken at a hyphen, and fits into a line of a phone. */
export function staysWhole(code: string): boolean {
  return code.length <= longestWhole && /^\S*-\S*$/.test(code);
}
