import { type Cursor, deeper, fail, inside, need, rangeFrom, skip, take, takeMark } from './cursor.ts';
import { readHeredoc, readQuoted } from './read-text.ts';
import type { Expression } from './syntax.ts';

const name = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** The operators of two operands; those of a later row bind closer. */
const operators: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/', '%'],
];

/** Reads a name: of an attribute, a block, a function. */
export function readName(cursor: Cursor): string | null {
  return take(cursor, name);
}

/** Reads an expression; after a fault what is left of it is `unread`. */
export function readExpression(cursor: Cursor): Expression {
  const start = startOf(cursor);
  const condition = readOperation(cursor, 0);
  skip(cursor);
  if (!takeMark(cursor, '?')) return condition;
  const yes = deeper(cursor, () => readExpression(cursor));
  need(cursor, ':');
  const no = deeper(cursor, () => readExpression(cursor));
  return { kind: 'conditional', condition, yes, no, range: rangeFrom(cursor, start) };
}

function startOf(cursor: Cursor): number {
  skip(cursor);
  return cursor.at;
}

function readOperation(cursor: Cursor, row: number): Expression {
  const marks = operators[row];
  if (marks === undefined) return readUnary(cursor);
  const start = startOf(cursor);
  let left = readOperation(cursor, row + 1);
  for (;;) {
    skip(cursor);
    const operator = marks.find((mark) => cursor.text.startsWith(mark, cursor.at));
    if (operator === undefined) return left;
    cursor.at += operator.length;
    const right = readOperation(cursor, row + 1);
    left = { kind: 'operation', operator, operands: [left, right], range: rangeFrom(cursor, start) };
  }
}

function readUnary(cursor: Cursor): Expression {
  const start = startOf(cursor);
  const operator = take(cursor, /[!-](?!=)/y);
  if (operator === null) return readSteps(cursor, readTerm(cursor), start);
  const operand = deeper(cursor, () => readUnary(cursor));
  return { kind: 'operation', operator, operands: [operand], range: rangeFrom(cursor, start) };
}

/** What follows a term: `.name`, `.0`, `[index]`, `.*`, `[*]`. */
function readSteps(cursor: Cursor, term: Expression, start: number): Expression {
  let of = term;
  for (;;) {
    const from = cursor.at;
    if (/\.[*\p{ID_Start}_\d]/uy.test(cursor.text.slice(from, from + 3)) && takeMark(cursor, '.')) {
      const at = cursor.at;
      const word = take(cursor, /\*|\d+/y) ?? readName(cursor) ?? '';
      const step: Expression | null =
        word === '*' ? null : { kind: 'literal', value: word, range: rangeFrom(cursor, at) };
      of = { kind: 'access', of, step, range: rangeFrom(cursor, start) };
    } else if (takeMark(cursor, '[')) {
      const step = inside(cursor, () => {
        skip(cursor);
        return takeMark(cursor, '*') ? null : readExpression(cursor);
      });
      need(cursor, ']');
      of = { kind: 'access', of, step, range: rangeFrom(cursor, start) };
    } else return of;
  }
}

const words: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function readTerm(cursor: Cursor): Expression {
  const start = startOf(cursor);
  const mark = cursor.text[cursor.at];
  if (mark === '"') return readQuoted(cursor, readExpression);
  if (mark === '[') return readList(cursor);
  if (mark === '{') return readObject(cursor);
  if (takeMark(cursor, '(')) {
    const whole = inside(cursor, () => readExpression(cursor));
    need(cursor, ')');
    return whole;
  }
  const heredoc = mark === '<' ? readHeredoc(cursor, readExpression) : null;
  if (heredoc !== null) return heredoc;
  const digits = take(cursor, number);
  if (digits !== null) return { kind: 'literal', value: Number(digits), range: rangeFrom(cursor, start) };
  const word = readName(cursor);
  if (word === null) {
    fail(cursor, 'a value');
    return { kind: 'unread', range: rangeFrom(cursor, start) };
  }
  if (takeMark(cursor, '(')) return readCall(cursor, word, start);
  const range = rangeFrom(cursor, start);
  const value = words.get(word);
  return value === undefined ? { kind: 'name', name: word, range } : { kind: 'literal', value, range };
}

function readCall(cursor: Cursor, called: string, start: number): Expression {
  const items = inside(cursor, () => readItems(cursor, ')', () => readExpression(cursor)));
  need(cursor, ')');
  return { kind: 'call', name: called, items, range: rangeFrom(cursor, start) };
}

/** Items up to a closing mark, with commas between them and perhaps behind them. */
function readItems<T>(cursor: Cursor, closing: string, readItem: () => T): readonly T[] {
  const items: T[] = [];
  for (;;) {
    skip(cursor);
    if (cursor.at >= cursor.text.length || cursor.text.startsWith(closing, cursor.at)) return items;
    items.push(readItem());
    skip(cursor);
    takeMark(cursor, '...');
    skip(cursor);
    const separated = takeMark(cursor, ',');
    if (!separated && closing !== '}' && !cursor.text.startsWith(closing, cursor.at)) fail(cursor, closing);
  }
}

function readList(cursor: Cursor): Expression {
  const start = cursor.at;
  cursor.at++;
  const read = inside(cursor, (): Expression => {
    const loop = readFor(cursor, start, false);
    if (loop !== null) return loop;
    const items = readItems(cursor, ']', () => readExpression(cursor));
    return { kind: 'list', items, range: rangeFrom(cursor, start) };
  });
  need(cursor, ']');
  return { ...read, range: rangeFrom(cursor, start) };
}

function readObject(cursor: Cursor): Expression {
  const start = cursor.at;
  cursor.at++;
  const read = inside(cursor, (): Expression => {
    const loop = readFor(cursor, start, true);
    if (loop !== null) return loop;
    const entries = readItems(cursor, '}', () => readEntry(cursor));
    return { kind: 'object', entries, range: rangeFrom(cursor, start) };
  });
  need(cursor, '}');
  return { ...read, range: rangeFrom(cursor, start) };
}

/** A bare word as a key stands for itself. */
function readEntry(cursor: Cursor): { readonly key: Expression; readonly value: Expression } {
  const start = startOf(cursor);
  const read = readExpression(cursor);
  const key: Expression =
    read.kind === 'name' ? { kind: 'literal', value: read.name, range: rangeFrom(cursor, start) } : read;
  skip(cursor);
  if (!takeMark(cursor, ':')) need(cursor, '=');
  return { key, value: readExpression(cursor) };
}

function readFor(cursor: Cursor, start: number, hasKeys: boolean): Expression | null {
  skip(cursor);
  if (take(cursor, /for(?=[\s#])/y) === null) return null;
  const names: string[] = [];
  do {
    skip(cursor);
    names.push(readName(cursor) ?? '');
    skip(cursor);
  } while (takeMark(cursor, ','));
  if (take(cursor, /in(?=[\s#([{"])/y) === null) fail(cursor, 'in');
  const over = readExpression(cursor);
  need(cursor, ':');
  const first = readExpression(cursor);
  if (hasKeys) need(cursor, '=>');
  const value = hasKeys ? readExpression(cursor) : first;
  skip(cursor);
  takeMark(cursor, '...');
  skip(cursor);
  const condition = take(cursor, /if(?=[\s#(!])/y) === null ? null : readExpression(cursor);
  return { kind: 'for', names, over, key: hasKeys ? first : null, value, condition, range: rangeFrom(cursor, start) };
}
