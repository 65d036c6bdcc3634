/** A stretch of a file that holds one text of its own: YAML, or one JSON value. */
export interface Segment {
  readonly text: string;
  /** Where it begins in the file. */
  readonly offset: number;
}

const byteOrderMark = '\ufeff';

/**
 * The outputs of several commands, saved one after the other, are no YAML; each of them is. A JSON value ends with its last bracket,
 * a YAML text where a line begins with a brace. A byte order mark belongs to no segment. Tabs between the parts of a JSON value are
 * turned into spaces, one for one: JSON allows them where YAML does not.
 */
export function splitText(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let offset = text.startsWith(byteOrderMark) ? 1 : 0;
  while (offset < text.length) {
    const start = startOfText(text, offset);
    if (start === null) break;
    const json = text[start] === '{' || text[start] === '[';
    const end = json ? endOfJson(text, start) : endOfYaml(text, start);
    const slice = text.slice(offset, end);
    segments.push({ text: json ? slice.replace(/\t/g, ' ') : slice, offset });
    offset = end;
  }
  return segments;
}

function startOfText(text: string, from: number): number | null {
  const visible = /\S/g;
  visible.lastIndex = from;
  return visible.exec(text)?.index ?? null;
}

function endOfJson(text: string, from: number): number {
  let open = 0;
  let quoted = false;
  for (let index = from; index < text.length; index++) {
    const character = text[index];
    if (quoted) {
      if (character === '\\') index++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') open++;
    else if ((character === '}' || character === ']') && --open === 0) return endOfComment(text, index + 1);
  }
  return text.length;
}

/** What stands behind the bracket in the same line, if it is blank or a comment, belongs to the value. */
function endOfComment(text: string, from: number): number {
  return from + (/^[ \t]*(?:#[^\r\n]*)?/.exec(text.slice(from, from + 500))?.[0].length ?? 0);
}

function endOfYaml(text: string, from: number): number {
  const next = /(?<=[\r\n])\{/g;
  next.lastIndex = from + 1;
  return next.exec(text)?.index ?? text.length;
}
