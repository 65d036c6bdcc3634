import { type List, plainLeaf } from '../../core/yaml/tree.ts';

/** One line of such a list. A text with a letter before its first dot is a text of YAML, whatever follows. */
const line = /- +([a-z]+(?:\.[\w<>-]+)+) *(?:\r?\n|$)/y;

/**
 * The tree of a text that is nothing but a list of plain names, one a line, as the talk prints it; null for any other text. It is the tree
 * that the YAML package makes of it, in a tenth of the time.
 */
export function readPlainList(text: string, file: string): List | null {
  const items: List['items'][number][] = [];
  const first = text.startsWith('\ufeff') ? 1 : 0;
  let at = first;
  while (at < text.length) {
    line.lastIndex = at;
    const match = line.exec(text);
    if (match === null) return null;
    const [whole, name = ''] = match;
    const start = at + whole.indexOf(name, 1);
    items.push(plainLeaf(name, { file, start, end: start + name.length }));
    at += whole.length;
  }
  const last = items.at(-1);
  if (last === undefined) return null;
  return { kind: 'list', items, tag: null, range: { file, start: first, end: last.range.end } };
}
