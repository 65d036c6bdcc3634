/** Characters that an input method, a word processor or a web page puts where YAML and AWS want plain ASCII, with what is meant. */
const others: Readonly<Record<string, string>> = {
  '\u3000': ' ', // ideographic space
  '\u00a0': ' ', // no-break space
  '\u200b': '', // zero width space
  '\u3001': ',', // ideographic comma
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-', // minus sign
};

const lookAlike = /[\uff01-\uff5e\u3000\u00a0\u200b\u3001\u2018\u2019\u201c\u201d\u2010-\u2014\u2212]/g;

/** True when a text has such a character in it. */
export function hasLookAlikes(text: string): boolean {
  return text.search(lookAlike) >= 0;
}

/** Where the look-alikes of a text stand: neighbours as one stretch, half-open. */
export function lookAlikesIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  for (const { index } of text.matchAll(lookAlike)) {
    const last = stretches.at(-1);
    if (last?.end === index) last.end++;
    else stretches.push({ start: index, end: index + 1 });
  }
  return stretches;
}

/**
 * The text with every look-alike replaced by the ASCII character that it resembles.
 *
 * @example toAscii('４４３') // => '443'
 */
export function toAscii(text: string): string {
  return text.replace(
    lookAlike,
    (character) => others[character] ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}
