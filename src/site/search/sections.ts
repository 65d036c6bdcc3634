/** A stretch of a lesson below one heading; the first has none. */
export interface Section {
  readonly heading: string | null;
  readonly text: string;
}

/** What a lesson's page leaves out: slides and notes of the presenter view. */
const ofARoom = /<(Notes|Slide)\b[\s\S]*?<\/\1>/g;

/**
 * What stands in a lesson's MDX, heading by heading, without markup: code stays, components and their props go, their prose stays. Of a
 * `<Log>` its lines stay: a message is what one looks for.
 */
export function sectionsOf(mdx: string): readonly Section[] {
  const sections: { heading: string | null; lines: string[] }[] = [{ heading: null, lines: [] }];
  let inFence = false;
  for (const line of withoutTags(mdx.replace(ofARoom, '')).split('\n')) {
    if (/^\s*```/.test(line)) {
      inFence = !inFence;
      continue;
    }
    const heading = inFence ? null : /^#{2,3}\s+(.*)$/.exec(line.trim());
    if (heading !== null) sections.push({ heading: plain(heading[1] ?? ''), lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections
    .map(({ heading, lines }) => ({ heading, text: plain(lines.join(' ')) }))
    .filter(({ heading, text }) => heading !== null || text !== '');
}

/** Tags of components and HTML, each as long as its props are; what a `{…}` prop holds may have braces and `>` of its own. */
function withoutTags(mdx: string): string {
  let text = '';
  let at = 0;
  for (const { index } of mdx.matchAll(/<\/?[A-Za-z]/g)) {
    if (index < at) continue;
    text += mdx.slice(at, index);
    at = endOfTag(mdx, index);
    text += ` ${mdx.startsWith('<Log', index) ? linesOfLog(mdx.slice(index, at)) : ''} `;
  }
  return text + mdx.slice(at);
}

function linesOfLog(tag: string): string {
  const lines = /\blines=\{\[(.*)\]\}/s.exec(tag)?.[1] ?? '';
  return Array.from(lines.matchAll(/(['"`])((?:\\.|(?!\1).)*)\1/gs), ([, , line = '']) => line).join(' ');
}

function endOfTag(mdx: string, start: number): number {
  let depth = 0;
  for (let at = start; at < mdx.length; at++) {
    const character = mdx[at];
    if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (character === '>' && depth === 0) return at + 1;
  }
  return mdx.length;
}

/** Markdown's marks go, outside code; of a link its words stay, of a table its cells. */
function plain(text: string): string {
  return text
    .replace(/\{\/\*.*?\*\/\}/g, '')
    .split(/(`[^`]+`)/)
    .map((piece, index) => (index % 2 === 1 ? piece.slice(1, -1) : withoutMarks(piece)))
    .join('')
    .replace(/\]\([^)]*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const withoutMarks = (text: string): string =>
  text.replace(/(?<=^|\s)(?:[-+]|\d+\.)\s/g, ' ').replace(/[*|]+|\[|:?-{3,}:?/g, '');
