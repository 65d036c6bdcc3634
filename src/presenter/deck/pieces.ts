/** What a piece of a lesson is. A `block` is whatever stands there unmarked: a table, a list, a log, code, a drawing. */
export type PieceKind =
  | 'heading'
  | 'prose'
  | 'lead'
  | 'slide'
  | 'notes'
  | 'aside'
  | 'question'
  | 'picture'
  | 'recap'
  | 'exercise'
  | 'exercise-end'
  | 'block';

/** A piece of a rendered lesson, in its order. */
export interface Piece {
  readonly kind: PieceKind;
  /** What the component was given. */
  readonly says: Readonly<Record<string, unknown>>;
  readonly html: string;
}

const mark = /<slide-piece data-kind="([a-z-]+)"(?: data-says="([^"]*)")?>|<\/slide-piece>/g;

/** Cuts a rendered lesson at its outermost marks (`marks/Mark.astro`); marks inside a piece are taken out of it. */
export function piecesOf(html: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const open: { kind: string; says: string; start: number }[] = [];
  let at = 0;
  const addBlock = (end: number): void => {
    const block = html.slice(at, end).trim();
    if (block !== '') pieces.push({ kind: 'block', says: {}, html: block });
  };
  for (const { 0: tag, 1: kind, 2: says = '', index } of html.matchAll(mark)) {
    if (kind !== undefined) {
      if (open.length === 0) addBlock(index);
      open.push({ kind, says, start: index + tag.length });
      continue;
    }
    const piece = open.pop();
    if (piece === undefined || open.length > 0) continue;
    pieces.push({
      kind: piece.kind as PieceKind,
      says: readSays(piece.says),
      html: html.slice(piece.start, index).replace(mark, '').trim(),
    });
    at = index + tag.length;
  }
  addBlock(html.length);
  return pieces;
}

function readSays(attribute: string): Piece['says'] {
  const text = attribute
    .replaceAll('&#34;', '"')
    .replaceAll('&quot;', '"')
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&');
  return text === '' ? {} : (JSON.parse(text) as Piece['says']);
}
