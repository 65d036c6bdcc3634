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

/** A mark that has begun: what stands in it so far, and the notes inside, which come out of it. */
interface Open {
  readonly kind: PieceKind;
  readonly says: string;
  readonly notes: Piece[];
  html: string;
}

/**
 * Cuts a rendered lesson at its outermost marks (`marks/Mark.astro`). Notes inside a piece follow it; of other marks inside a piece
 * only what they hold is left.
 */
export function piecesOf(html: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const open: Open[] = [];
  let at = 0;
  const take = (end: number): void => {
    const text = html.slice(at, end);
    const holder = open.at(-1);
    if (holder !== undefined) holder.html += text;
    else if (text.trim() !== '') pieces.push({ kind: 'block', says: {}, html: text.trim() });
  };
  for (const { 0: tag, 1: kind, 2: says = '', index } of html.matchAll(mark)) {
    take(index);
    at = index + tag.length;
    if (kind !== undefined) open.push({ kind: kind as PieceKind, says, notes: [], html: '' });
    else close(open, pieces);
  }
  take(html.length);
  return pieces;
}

function close(open: Open[], pieces: Piece[]): void {
  const ended = open.pop();
  if (ended === undefined) return;
  const piece = { kind: ended.kind, says: readSays(ended.says), html: ended.html.trim() };
  const holder = open.at(-1);
  if (holder === undefined) pieces.push(piece, ...ended.notes);
  else if (ended.kind === 'notes') holder.notes.push(piece);
  else {
    holder.html += ended.html;
    holder.notes.push(...ended.notes);
  }
}

function readSays(attribute: string): Piece['says'] {
  const text = attribute
    .replaceAll('&#34;', '"')
    .replaceAll('&quot;', '"')
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&');
  return text === '' ? {} : (JSON.parse(text) as Piece['says']);
}
