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
  return text
    .normalize('NFKC')
    .split(gap)
    .filter((word) => word !== '')
    .flatMap((word) => (japanese.test(word) ? segments(word) : spellings(word)))
    .map((word) => word.toLowerCase());
}

function spellings(word: string): readonly string[] {
  const parts = word.split(camel);
  return parts.length > 1 ? [word, ...parts] : [word];
}

function segments(text: string): readonly string[] {
  const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}
