/** How many words of a paragraph fit beside a picture and are still read from the back row. */
const mostWords = 26;

/**
 * The beginning of a paragraph: its first sentence, and those that follow while there is room. It cuts outside tags only, so
 * that the markup stays whole.
 *
 * @example firstSentences('<p>A push is a row of calls. Each is authorised on its own.</p>', 6) // => '<p>A push is a row of calls.</p>'
 */
export function firstSentences(paragraph: string, words = mostWords): string {
  const [, open = '', text = '', close = ''] = /^\s*(<p[^>]*>)?([\s\S]*?)(<\/p>)?\s*$/.exec(paragraph) ?? [];
  const ends = sentenceEnds(text);
  const fitting = ends.filter((end, index) => index === 0 || wordsIn(text.slice(0, end)) <= words);
  return `${open}${text.slice(0, fitting.at(-1) ?? text.length).trim()}${close}`;
}

/** How many words a stretch of HTML shows. */
export function wordsIn(html: string): number {
  return plainText(html).split(' ').filter(Boolean).length;
}

/** What a stretch of HTML says, without its tags. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#39;', '’')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where sentences end, counted from 0: after the full stop of each that does not stand inside an element. */
function sentenceEnds(text: string): readonly number[] {
  const ends: number[] = [];
  let depth = 0;
  for (const { 0: found, index } of text.matchAll(/<\/?[a-z][^>]*>|[.?!。][”’)]?(?=\s|$|<)|。/g)) {
    if (found.startsWith('</')) depth--;
    else if (found.startsWith('<')) depth += /\/>$|^<(?:wbr|br)\b/.test(found) ? 0 : 1;
    else if (depth === 0) ends.push(index + found.length);
  }
  return ends;
}
