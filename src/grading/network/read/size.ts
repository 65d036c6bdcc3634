import { maxFileLength } from '../../core/limits.ts';
import type { Diagnostic } from '../../core/types.ts';
import { found } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';

const maxLines = 30_000;
const maxMarks = 100_000;

/** A fault of a text that is longer, or has more parts, than is read. A region's security groups, printed as JSON, stay far below. */
export function sizeFault(text: string, file: string): Diagnostic | null {
  const range = { file, start: 0, end: 1 };
  if (text.length > maxFileLength) {
    const params = { file, size: text.length, limit: maxFileLength };
    return found('error', 'core/too-large', params, range, sources.yaml);
  }
  const { lines, marks } = partsOf(text);
  if (lines <= maxLines && marks <= maxMarks) return null;
  return found('error', 'network/too-many-parts', { lines: maxLines, marks: maxMarks }, range, sources.yaml);
}

const [lineFeed, carriageReturn] = ['\n', '\r'].map((character) => character.charCodeAt(0));
const isMark: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  ':,[{&*'.includes(String.fromCharCode(code)),
);

/** How many lines a text has, and how many characters that begin or divide what YAML keeps as a node of its own. */
function partsOf(text: string): { readonly lines: number; readonly marks: number } {
  let lines = 0;
  let marks = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(index + 1) !== lineFeed)) lines++;
    else if (isMark[code] === true) marks++;
  }
  return { lines, marks };
}
