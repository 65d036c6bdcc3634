/** A key that is found in a line, with what stands behind its colon. */
interface FoundKey {
  readonly name: string;
  readonly length: number;
  readonly valueAt: number;
}

const mostFlow = 2_000;

/** The key that a line begins with, its dashes left out; null where it begins with none. */
export function keyIn(rest: string): FoundKey | null {
  const written = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*:(?:\s|$))/.exec(rest)?.[0] ?? plainKey(rest);
  if (written === null) return null;
  const colon = rest.indexOf(':', written.length);
  const behind = rest.slice(colon + 1);
  const blank = behind.length - behind.trimStart().length;
  const isComment = behind.trimStart().startsWith('#');
  return { name: unquoted(written), length: written.length, valueAt: isComment ? rest.length : colon + 1 + blank };
}

function plainKey(rest: string): string | null {
  if (/^["'[\]{}#&*!|>%@`,]/.test(rest)) return null;
  const colon = rest.search(/:(?:\s|$)|\s#/);
  return colon > 0 && rest[colon] === ':' ? rest.slice(0, colon).trimEnd() : null;
}

/** The length of a value without the blanks and the comment behind it. */
export function lengthOfPlain(rest: string): number {
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(rest)?.[0];
  if (quoted !== undefined) return quoted.length;
  const comment = rest.search(/(?:^|\s)#/);
  return (comment === -1 ? rest : rest.slice(0, comment)).trimEnd().length;
}

/** Where a `[…]` or `{…}` ends; the end of its line where it is not closed before the block that it stands in. */
export function flowEnd(text: string, from: number, column: number): number {
  const newline = text.indexOf('\n', from);
  const lineEnd = newline === -1 ? text.length : newline;
  let depth = 0;
  for (let at = from; at < Math.min(text.length, from + mostFlow); at++) {
    const character = text[at] ?? '';
    if ('[{'.includes(character)) depth++;
    else if (']}'.includes(character)) depth--;
    else if (
      character === '\n' &&
      /^ *\S/.test(text.slice(at + 1, at + 2 + column)) &&
      !/^\s*[\]}]/.test(text.slice(at + 1, at + 80))
    )
      return lineEnd;
    if (depth === 0) return at + 1;
  }
  return lineEnd;
}

/** A key without the quotes round it. */
export function unquoted(written: string): string {
  return /^(["']).*\1$/s.test(written) && written.length > 1 ? written.slice(1, -1) : written;
}
