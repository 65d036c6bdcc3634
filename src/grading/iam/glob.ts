/** `*`: any run of characters, also none. */
export const anyRun = -1;
/** `?`: exactly one character. */
export const anyOne = -2;

/** A pattern, compiled once: code units, `anyRun` and `anyOne`; runs of `*` are one. */
export interface Glob {
  readonly tokens: readonly number[];
  /** The text itself when the pattern has no wildcard, else null. */
  readonly literal: string | null;
}

/** Compiles a pattern in which `*` and `?` are the only characters with a meaning. */
export function compileGlob(pattern: string): Glob {
  const tokens: number[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const unit = pattern.charCodeAt(at);
    if (unit === 42) pushRun(tokens);
    else tokens.push(unit === 63 ? anyOne : unit);
  }
  return { tokens, literal: /[*?]/.test(pattern) ? null : pattern };
}

/** Adds a `*` unless one stands there already. */
export function pushRun(tokens: number[]): void {
  if (tokens.at(-1) !== anyRun) tokens.push(anyRun);
}

/** Adds a text that stands for itself. */
export function pushLiteral(tokens: number[], text: string): void {
  for (let at = 0; at < text.length; at++) tokens.push(text.charCodeAt(at));
}

/** True when the whole text fits the pattern. */
export function matchesGlob(glob: Glob, text: string): boolean {
  return glob.literal === null ? matchesTokens(glob.tokens, text) : glob.literal === text;
}

/**
 * Two pointers; after a mismatch it returns to the last `*` only, and gives that one more character. So the time is at most the product
 * of the lengths, whatever the pattern; a regular expression could take exponential time.
 */
export function matchesTokens(tokens: readonly number[], text: string): boolean {
  let token = 0;
  let at = 0;
  let lastRun = -1;
  let resume = 0;
  while (at < text.length) {
    const wanted = tokens[token];
    if (wanted === text.charCodeAt(at) || wanted === anyOne) {
      token += 1;
      at += 1;
    } else if (wanted === anyRun) {
      lastRun = token;
      resume = at;
      token += 1;
    } else if (lastRun !== -1) {
      token = lastRun + 1;
      resume += 1;
      at = resume;
    } else return false;
  }
  while (tokens[token] === anyRun) token += 1;
  return token === tokens.length;
}

/** True when every text that fits `narrow` fits `wide`: `narrow` is matched like a text whose wildcards only wildcards accept. */
export function coversGlob(wide: Glob, narrow: Glob): boolean {
  const text = narrow.tokens;
  const { tokens } = wide;
  let token = 0;
  let at = 0;
  let lastRun = -1;
  let resume = 0;
  while (at < text.length) {
    const wanted = tokens[token];
    if (wanted === anyRun) {
      lastRun = token;
      resume = at;
      token += 1;
    } else if (wanted === text[at] || (wanted === anyOne && text[at] !== anyRun)) {
      token += 1;
      at += 1;
    } else if (lastRun !== -1) {
      token = lastRun + 1;
      resume += 1;
      at = resume;
    } else return false;
  }
  while (tokens[token] === anyRun) token += 1;
  return token === tokens.length;
}
