import { type Cursor, fail, inside, need, rangeFrom, skip, take, takeMark } from './cursor.ts';
import type { Expression } from './syntax.ts';

type ReadExpression = (cursor: Cursor) => Expression;

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
const codePoint = /u[\da-fA-F]{4}|U[\da-fA-F]{8}/y;

/** Reads a quoted text from its opening quote on. `readExpression` reads what stands in `${…}`. */
export function readQuoted(cursor: Cursor, readExpression: ReadExpression): Expression {
  need(cursor, '"');
  const start = cursor.at;
  const parts: Expression[] = [];
  while (cursor.at < cursor.text.length && cursor.text[cursor.at] !== '"') {
    if (cursor.text[cursor.at] === '\n') fail(cursor, '"', start - 1);
    else if (takeMark(cursor, '\\')) addText(parts, readEscape(cursor), cursor, cursor.at);
    else readPart(cursor, /[^"\\$%\n]+/y, parts, readExpression);
  }
  const whole = wholeOf(parts, cursor, start);
  if (!takeMark(cursor, '"')) fail(cursor, '"', start - 1);
  return whole;
}

function readEscape(cursor: Cursor): string {
  const code = take(cursor, codePoint);
  if (code !== null) return String.fromCodePoint(Math.min(Number.parseInt(code.slice(1), 16), 0x10ffff));
  return escapes[take(cursor, /[\s\S]/y) ?? ''] ?? '';
}

const heredocMark = /<<(-?)(\w+)[ \t\r]*\n/y;

/** Reads a heredoc from its `<<` on; null when there is none. `<<-` takes the indentation of all lines away. */
export function readHeredoc(cursor: Cursor, readExpression: ReadExpression): Expression | null {
  heredocMark.lastIndex = cursor.at;
  const mark = heredocMark.exec(cursor.text);
  if (mark === null) return null;
  const start = cursor.at;
  cursor.at += mark[0].length;
  const closing = new RegExp(`^[ \\t]*${mark[2]}[ \\t\\r]*$`, 'gm');
  closing.lastIndex = cursor.at;
  const end = closing.exec(cursor.text);
  if (end === null) {
    fail(cursor, mark[2] ?? '');
    return { kind: 'unread', range: rangeFrom(cursor, start) };
  }
  const parts: Expression[] = [];
  const within: Cursor = { ...cursor, text: cursor.text.slice(0, end.index) };
  while (within.at < within.text.length) readPart(within, /[^$%]+/y, parts, readExpression);
  cursor.fault ??= within.fault;
  cursor.at = within.fault === null ? end.index + end[0].length : cursor.text.length;
  const whole = wholeOf(parts, cursor, start);
  return mark[1] === '-' ? withoutIndentation(whole) : whole;
}

function withoutIndentation(whole: Expression): Expression {
  if (whole.kind !== 'literal' || typeof whole.value !== 'string') return whole;
  return { ...whole, value: whole.value.replace(/^[ \t]+/gm, '') };
}

/** Reads plain text, an interpolation, or a directive, which is not evaluated here. */
function readPart(cursor: Cursor, plain: RegExp, parts: Expression[], readExpression: ReadExpression): void {
  const start = cursor.at;
  const text = take(cursor, plain);
  if (text !== null) addText(parts, text, cursor, start);
  else if (takeMark(cursor, '$${') || takeMark(cursor, '%%{'))
    addText(parts, cursor.text.slice(start + 1, cursor.at), cursor, start);
  else if (takeMark(cursor, '${') || takeMark(cursor, '%{')) {
    const isDirective = cursor.text[start] === '%';
    takeMark(cursor, '~');
    const part = inside(cursor, () => {
      if (isDirective) take(cursor, /[^}]*/y);
      const read: Expression = isDirective
        ? { kind: 'unread', range: rangeFrom(cursor, start) }
        : readExpression(cursor);
      skip(cursor);
      takeMark(cursor, '~');
      return read;
    });
    if (!takeMark(cursor, '}')) fail(cursor, '}');
    parts.push(part);
  } else {
    cursor.at++;
    addText(parts, cursor.text.slice(start, cursor.at), cursor, start);
  }
}

function addText(parts: Expression[], text: string, cursor: Cursor, start: number): void {
  const last = parts.at(-1);
  const range = rangeFrom(cursor, start);
  if (last?.kind !== 'literal') parts.push({ kind: 'literal', value: text, range });
  else parts[parts.length - 1] = { ...last, value: `${last.value}${text}`, range: { ...last.range, end: range.end } };
}

/** A text without interpolations is a literal. One that is nothing but an interpolation is what that comes to. */
function wholeOf(parts: readonly Expression[], cursor: Cursor, start: number): Expression {
  const range = rangeFrom(cursor, start);
  const [only, ...more] = parts;
  if (only === undefined) return { kind: 'literal', value: '', range };
  return more.length === 0 && only.kind !== 'unread' ? { ...only, range } : { kind: 'template', parts, range };
}
