import type { Diagnostic, SourceRange } from '../../core/types.ts';
import { found } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import { type StructureLine, structureLines } from './lines.ts';

const closers: Readonly<Record<string, string>> = { '[': ']', '{': '}' };
const opensFlow = /^\s*(?:-\s+)*(?:["']?[\w.-]+["']?:\s+)?(?:[&!][\w-]+\s+)?(?=[[{])/;
const startsBlock = /^\s*(?:-\s|["']?[\w.-]+["']?:(?:\s|$))/;

/** A bracket, brace or quote that is open. */
interface Opened {
  readonly mark: string;
  readonly at: number;
}

/**
 * Where a list in brackets or a mapping in braces begins that never ends, or a quote in one of them: a YAML parser tells of the line where it
 * gave up. For texts that no parser can read; it takes a key at the margin of the opening line for the end of what should have ended before.
 */
export function findUnclosedFlow(text: string, file: string): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  let open: Opened[] = [];
  let margin = 0;
  const report = (): void => {
    const [first] = open;
    const last = open.at(-1);
    const culprit = last !== undefined && closers[last.mark] === undefined ? last : first;
    if (culprit !== undefined) diagnostics.push(unclosed(culprit, file));
    open = [];
  };
  for (const line of structureLines(text)) {
    const indent = line.text.length - line.text.trimStart().length;
    if (open.length > 0 && indent <= margin && startsBlock.test(line.text)) report();
    if (open.length === 0) {
      const head = line.text.length > 2000 ? null : opensFlow.exec(line.text);
      if (head === null) continue;
      margin = indent;
      scan(line, head[0].length, open);
    } else scan(line, indent, open);
  }
  report();
  return diagnostics.slice(0, 3);
}

/** Opens and closes what a line does; `open` is changed in place, since it may be long. */
function scan({ text, start }: StructureLine, from: number, open: Opened[]): void {
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? '';
    const mark = open.at(-1)?.mark ?? '';
    if (mark === '"' || mark === "'") {
      if (mark === '"' && character === '\\') at++;
      else if (character === mark) open.pop();
    } else if (character === '#' && /\s/.test(text[at - 1] ?? ' ')) break;
    else if (character === closers[mark]) {
      open.pop();
      if (open.length === 0) break;
    } else if (closers[character] !== undefined) open.push({ mark: character, at: start + at });
    else if ((character === '"' || character === "'") && /[\s,[{:]/.test(text[at - 1] ?? ' '))
      open.push({ mark: character, at: start + at });
  }
}

function unclosed({ mark, at }: Opened, file: string): Diagnostic {
  const range: SourceRange = { file, start: at, end: at + 1 };
  const close = closers[mark];
  return close === undefined
    ? found('error', 'workflow/unclosed-quote', { mark }, range, sources.yaml)
    : found('error', 'workflow/unclosed-bracket', { open: mark, close }, range, sources.yaml);
}
