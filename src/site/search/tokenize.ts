/** Everything that is no letter, digit or mark; `ecr:PutImage` and `id-token` give their parts. */
const gap = /[^\p{L}\p{N}\p{M}]+/u;
const camel = /(?<=\p{Ll})(?=\p{Lu})/u;
const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/**
 * The words of a text, in lower case: a name in camel case counts whole and by its parts, and Japanese, which has no
 * spaces, is cut by the browser's own segmenter.
 *
 * @example tokenize('ecr:PutImage') // => ['ecr', 'putimage', 'put', 'image']
 */
export function tokenize(text: string): string[] {
  return cut(text, (parts) => (parts.length > 1 ? [parts.join(''), ...parts] : parts));
}

/**
 * The words of a query: of a name in camel case the parts only, since a learner may have typed a stretch of a longer name.
 *
 * @example tokenizeQuery('DownloadUrl') // => ['download', 'url']
 */
export function tokenizeQuery(text: string): string[] {
  return cut(text, (parts) => parts);
}

function cut(text: string, spell: (parts: readonly string[]) => readonly string[]): string[] {
  return text
    .normalize('NFKC')
    .split(gap)
    .filter((word) => word !== '')
    .flatMap((word) => (japanese.test(word) ? segments(word) : spell(word.split(camel))))
    .map((word) => word.toLowerCase());
}

function segments(text: string): readonly string[] {
  const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}
