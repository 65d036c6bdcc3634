import { type Cursor, deeper, fail, rangeFrom, skip, takeMark } from './cursor.ts';
import { readExpression, readName } from './read-expression.ts';
import { readQuoted } from './read-text.ts';
import type { Attribute, Block, Body } from './syntax.ts';

/** What a text holds, and what is missing where it stops being HCL; null when nothing is. */
export interface HclText {
  readonly body: Body;
  readonly fault: Cursor['fault'];
}

/**
 * Reads HCL's native syntax: attributes, and blocks with labels. Total and linear: any text gives a body.
 *
 * @source https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md (read 2026-11-24)
 */
export function readHcl(text: string, file: string, offset = 0): HclText {
  const cursor: Cursor = { text, file, offset, at: 0, open: 0, depth: 0, fault: null };
  const body = readBody(cursor);
  if (cursor.at < text.length) fail(cursor, 'the end of the text');
  return { body, fault: cursor.fault };
}

function readBody(cursor: Cursor): Body {
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  for (;;) {
    skip(cursor, true);
    if (cursor.at >= cursor.text.length || cursor.text[cursor.at] === '}') return { attributes, blocks };
    const start = cursor.at;
    const name = readName(cursor);
    skip(cursor);
    if (name === null) fail(cursor, 'a name');
    else if (cursor.text[cursor.at] === '=' && cursor.text[cursor.at + 1] !== '=') {
      cursor.at++;
      const value = readExpression(cursor);
      attributes.push({ name, value, range: rangeFrom(cursor, start) });
      endLine(cursor);
    } else blocks.push(readBlock(cursor, name, start));
  }
}

function readBlock(cursor: Cursor, type: string, start: number): Block {
  const labels: string[] = [];
  for (;;) {
    skip(cursor);
    const label = cursor.text[cursor.at] === '"' ? labelOf(cursor) : readName(cursor);
    if (label === null) break;
    labels.push(label);
  }
  const heading = rangeFrom(cursor, start);
  if (!takeMark(cursor, '{')) fail(cursor, labels.length === 0 ? '=' : '{');
  const body = readInner(cursor);
  if (!takeMark(cursor, '}')) fail(cursor, '}');
  return { type, labels, heading, body, range: rangeFrom(cursor, start) };
}

/** Blocks in blocks: new lines end attributes again, however many brackets stand around. */
function readInner(cursor: Cursor): Body {
  const { open } = cursor;
  cursor.open = 0;
  const body = deeper(cursor, () => readBody(cursor));
  cursor.open = open;
  return body;
}

function labelOf(cursor: Cursor): string {
  const label = readQuoted(cursor, readExpression);
  return label.kind === 'literal' ? String(label.value) : '';
}

function endLine(cursor: Cursor): void {
  skip(cursor);
  const next = cursor.text[cursor.at];
  if (next !== undefined && next !== '\n' && next !== '}') fail(cursor, 'a new line');
}
