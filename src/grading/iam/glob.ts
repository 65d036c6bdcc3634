import { anyOne, anyRun, findSegment, fitsAt } from './find-segment.ts';

/** A pattern, compiled once: code units, `anyRun` and `anyOne`. Runs of `*` are one, and a `?` beside a `*` stands before it. */
export interface Glob {
  readonly tokens: readonly number[];
  /** The text itself when the pattern has no wildcard, else null. */
  readonly literal: string | null;
}

/** Compiles a pattern in which `*` and `?` are the only characters with a meaning. */
export function compileGlob(pattern: string): Glob {
  const tokens: number[] = [];
  pushPattern(tokens, pattern);
  return { tokens, literal: hasWildcard(pattern) ? null : pattern };
}

/** True when a `*` or `?` stands in the text. */
export function hasWildcard(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

/** Adds a text in which `*` and `?` are wildcards. */
export function pushPattern(tokens: number[], pattern: string): void {
  for (let at = 0; at < pattern.length; at++) {
    const unit = pattern.charCodeAt(at);
    if (unit === 42) pushRun(tokens);
    else if (unit === 63) pushOne(tokens);
    else tokens.push(unit);
  }
}

function pushRun(tokens: number[]): void {
  if (tokens.at(-1) !== anyRun) tokens.push(anyRun);
}

/** `*?` takes in what `?*` does; in the second form the `?` costs no search. */
function pushOne(tokens: number[]): void {
  if (tokens.at(-1) !== anyRun) tokens.push(anyOne);
  else tokens.splice(-1, 1, anyOne, anyRun);
}

/** Adds a text that stands for itself. */
export function pushLiteral(tokens: number[], text: string): void {
  for (let at = 0; at < text.length; at++) tokens.push(text.charCodeAt(at));
}

/** True when the pattern ends in `*`. */
export function endsInRun({ tokens }: Glob): boolean {
  return tokens.at(-1) === anyRun;
}

/** True when the whole text fits the pattern. */
export function matchesGlob(glob: Glob, text: string): boolean {
  return glob.literal === null ? matchesTokens(glob.tokens, text) : glob.literal === text;
}

/** As `matchesGlob`, for a pattern that is compiled as tokens only. */
export function matchesTokens(tokens: readonly number[], text: string): boolean {
  const first = tokens[0];
  if (first === undefined) return text === '';
  if (first === anyRun && tokens.length === 1) return true;
  // Most patterns that do not fit differ at one end, and then the text need not be taken apart.
  if (first >= 0 && first !== text.charCodeAt(0)) return false;
  const last = tokens.at(-1) ?? anyRun;
  if (last >= 0 && last !== text.charCodeAt(text.length - 1)) return false;
  return fits(tokens, unitsOf(text));
}

function unitsOf(text: string): readonly number[] {
  const units: number[] = [];
  pushLiteral(units, text);
  return units;
}

/**
 * True when every text that fits `narrow` fits `wide`: `narrow` is matched like a text whose wildcards only wildcards accept. False also
 * where that does not show it.
 */
export function coversGlob(wide: Glob, narrow: Glob): boolean {
  return fits(wide.tokens, narrow.tokens);
}

/**
 * What stands before the first `*` must begin the text, what stands after the last must end it, and each piece between is looked for from
 * where the one before it ended: the leftmost place leaves the most room. So the time is linear in both lengths, but for long pieces
 * with `?` in them (`find-segment.ts`); a regular expression could take exponential time.
 */
function fits(pattern: readonly number[], text: readonly number[]): boolean {
  const firstRun = pattern.indexOf(anyRun);
  if (firstRun === -1) return pattern.length === text.length && fitsAt(pattern, text, 0);
  if (firstRun > text.length || !fitsAt(pattern.slice(0, firstRun), text, 0)) return false;
  let at = firstRun;
  let from = firstRun + 1;
  for (;;) {
    const run = pattern.indexOf(anyRun, from);
    const piece = pattern.slice(from, run === -1 ? pattern.length : run);
    if (run === -1) return text.length - piece.length >= at && fitsAt(piece, text, text.length - piece.length);
    const found = findSegment(piece, text, at);
    if (found === -1) return false;
    at = found + piece.length;
    from = run + 1;
  }
}
