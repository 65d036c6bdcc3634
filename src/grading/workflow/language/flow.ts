import type { Caret, Path } from './caret.ts';
import { unquoted } from './line.ts';

interface Level {
  readonly isList: boolean;
  index: number;
  /** The key whose value is being written; null while the key is. */
  key: string | null;
}

/**
 * What is being written at an offset inside of `[…]` or `{…}` that begins at `from`; null past its end. `path` leads to the collection. Looks at
 * no more of the text than up to the offset, so that nothing has to be closed.
 */
export function caretInFlow(text: string, from: number, offset: number, path: Path): Caret | null {
  const levels: Level[] = [];
  let piece = from;
  for (let at = from; at < offset; at++) {
    const character = text[at] ?? '';
    const level = levels.at(-1);
    if ('"\''.includes(character) && text.slice(piece, at).trim() === '') {
      const end = text.indexOf(character, at + 1);
      if (end === -1 || end >= offset) {
        piece = at + 1;
        break;
      }
      at = end;
    } else if ('[{'.includes(character)) levels.push({ isList: character === '[', index: 0, key: null });
    else if (']}'.includes(character)) levels.pop();
    else if (character === ',' && level !== undefined) {
      level.index += 1;
      level.key = null;
    } else if (character === ':' && level?.isList === false && /\s/.test(text[at + 1] ?? ''))
      level.key = unquoted(text.slice(piece, at).trim());
    else continue;
    if ('[{]},:'.includes(character)) piece = at + 1;
  }
  return levels.length === 0 ? null : caretOf(text, piece, offset, levels, path);
}

function caretOf(text: string, piece: number, offset: number, levels: readonly Level[], path: Path): Caret | null {
  const last = levels.at(-1);
  if (last === undefined) return null;
  const start = Math.min(offset, piece + (/^\s*/.exec(text.slice(piece, offset))?.[0].length ?? 0));
  const rest = /^[^,[\]{}\n:"'#]*/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  const end = offset + rest.trimEnd().length;
  const steps: Path = [...path, ...levels.slice(0, -1).map(stepInto)];
  const shared = { start, end, hasColon: text[end] === ':', style: 'flow' } as const;
  if (last.isList) return { ...shared, part: 'value', path: [...steps, last.index] };
  if (last.key === null) return { ...shared, part: 'key', path: steps };
  return { ...shared, part: 'value', path: [...steps, last.key] };
}

function stepInto({ isList, index, key }: Level): string | number {
  return isList ? index : (key ?? '');
}
