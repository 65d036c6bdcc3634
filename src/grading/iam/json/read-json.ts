import { isWordUnit } from './characters.ts';
import type { JsonFault } from './faults.ts';
import type { JsonMember, JsonNode, JsonString } from './nodes.ts';
import { maxDepth, note, peek, type Reading, skipSpace, startReading, take, unreadable } from './reader.ts';
import { opensString, readString } from './strings.ts';

/** A text as JSON: its tree, and all that RFC 8259 refuses in it. Without faults the tree is what `JSON.parse` reads. */
export interface JsonText {
  /** Null when the text is blank. */
  readonly root: JsonNode | null;
  readonly faults: readonly JsonFault[];
}

/**
 * Reads JSON and goes on after each fault, so that one text yields several. Every node keeps its place in the text as it is: nothing is
 * trimmed or changed first. Total, and linear in the length of the text.
 * @source https://www.rfc-editor.org/rfc/rfc8259 (read 2026-11-24)
 */
export function readJson(text: string): JsonText {
  const reading = startReading(text);
  skipSpace(reading);
  if (reading.at >= text.length) return { root: null, faults: reading.faults };
  const root = readValue(reading);
  skipSpace(reading);
  if (reading.at < text.length) note(reading, 'text-after', reading.at, text.trimEnd().length);
  return { root, faults: reading.faults };
}

function readValue(reading: Reading): JsonNode {
  const start = reading.at;
  const next = peek(reading);
  if (next === '{') return nested(reading, '}', readObject);
  if (next === '[') return nested(reading, ']', readList);
  if (opensString(next)) return readString(reading);
  if (isWordUnit(next) || next === '+') return readWord(reading);
  if (next !== '' && !',:]}'.includes(next)) return readUnexpected(reading, start);
  note(reading, 'missing-value', start, start);
  return unreadable(start, start);
}

function nested(reading: Reading, closing: string, read: (reading: Reading) => JsonNode): JsonNode {
  if (reading.depth >= maxDepth) return skipDeep(reading);
  reading.depth += 1;
  reading.awaited.push(closing);
  const node = read(reading);
  reading.awaited.pop();
  reading.depth -= 1;
  return node;
}

/** Passes over brackets that are nested too deeply, without recursion. */
function skipDeep(reading: Reading): JsonNode {
  const start = reading.at;
  let open = 0;
  while (reading.at < reading.text.length) {
    const next = reading.text[reading.at];
    if (next === '"') {
      readString(reading);
      continue;
    }
    reading.at += 1;
    if (next === '{' || next === '[') open += 1;
    if ((next === '}' || next === ']') && --open === 0) break;
  }
  note(reading, 'too-deep', start, reading.at);
  return unreadable(start, reading.at);
}

function readObject(reading: Reading): JsonNode {
  const start = reading.at;
  take(reading);
  const members: JsonMember[] = [];
  const closed = readItems(reading, start, '}', () => {
    const key = readKey(reading);
    if (key === null) return false;
    members.push({ key, value: readMemberValue(reading, key) });
    return true;
  });
  return { kind: 'object', members, start, end: closed };
}

function readList(reading: Reading): JsonNode {
  const start = reading.at;
  take(reading);
  const items: JsonNode[] = [];
  const closed = readItems(reading, start, ']', () => {
    if (':'.includes(peek(reading))) return false;
    items.push(readValue(reading));
    return true;
  });
  return { kind: 'list', items, start, end: closed };
}

/** Reads what stands between brackets, with its commas, up to the closing one. Returns where the brackets end. */
function readItems(reading: Reading, start: number, closing: string, readItem: () => boolean): number {
  let afterItem = false;
  let comma = -1;
  let itemEnd = reading.at;
  for (;;) {
    skipSpace(reading);
    const next = peek(reading);
    if (next === closing) {
      if (comma !== -1) note(reading, 'trailing-comma', comma, comma + 1, { start: comma, end: comma + 1, text: '' });
      take(reading);
      return reading.at;
    }
    if (next === '' || (']}'.includes(next) && reading.awaited.includes(next))) {
      note(reading, 'unclosed-bracket', start, start + 1);
      return reading.at;
    }
    if (next === ',') {
      if (!afterItem) note(reading, 'unexpected', reading.at, reading.at + 1, removal(reading.at));
      else comma = reading.at;
      take(reading);
      afterItem = false;
    } else if (']}'.includes(next)) {
      note(reading, 'mismatched-bracket', reading.at, reading.at + 1);
      reading.at += 1;
    } else {
      if (afterItem) note(reading, 'missing-comma', itemEnd, itemEnd, { start: itemEnd, end: itemEnd, text: ',' });
      afterItem = readItem() || readUnexpected(reading, reading.at) === null;
      comma = -1;
      itemEnd = reading.at;
    }
  }
}

function removal(at: number): { start: number; end: number; text: string } {
  return { start: at, end: at + 1, text: '' };
}

function readKey(reading: Reading): JsonString | null {
  const next = peek(reading);
  if (opensString(next)) return readString(reading);
  if (!isWordUnit(next)) return null;
  const start = reading.at;
  while (isWordUnit(reading.text[reading.at])) reading.at += 1;
  const value = reading.text.slice(start, reading.at);
  note(reading, 'unquoted-key', start, reading.at, { start, end: reading.at, text: `"${value}"` });
  return { kind: 'string', value, start, end: reading.at };
}

function readMemberValue(reading: Reading, key: JsonString): JsonNode {
  skipSpace(reading);
  if (peek(reading) === ':') {
    take(reading);
    skipSpace(reading);
    return readValue(reading);
  }
  const followed = opensString(peek(reading)) || '{['.includes(peek(reading) || ' ');
  const edits = followed ? [{ start: key.end, end: key.end, text: ':' }] : [];
  note(reading, 'missing-colon', key.end, key.end, ...edits);
  return followed ? readValue(reading) : unreadable(key.end, key.end);
}

const words: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['TRUE', 'true'],
  ['False', 'false'],
  ['FALSE', 'false'],
  ['None', 'null'],
  ['NULL', 'null'],
  ['Null', 'null'],
]);

/** Reads a number, `true`, `false`, `null`, or a word that should be one of these or stand in quotes. */
function readWord(reading: Reading): JsonNode {
  const start = reading.at;
  while (isWordUnit(reading.text[reading.at]) || reading.text[reading.at] === '+') reading.at += 1;
  const end = reading.at;
  const text = reading.text.slice(start, end);
  if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true', start, end };
  if (text === 'null') return { kind: 'null', readable: true, start, end };
  if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return { kind: 'number', text, start, end };
  if (/^[-+.]?\d[\d.eE+-]*$/.test(text)) {
    note(reading, 'bad-number', start, end, { start, end, text: `"${text}"` });
    return { kind: 'string', value: text, start, end };
  }
  note(reading, 'unknown-word', start, end, { start, end, text: words.get(text) ?? `"${text}"` });
  return { kind: 'string', value: text, start, end };
}

/** Passes over characters that mean nothing here, as one fault up to the next that might. */
function readUnexpected(reading: Reading, start: number): JsonNode {
  reading.at += 1;
  while (reading.at < reading.text.length && !/[\s"',:{}[\]\w/#]/.test(reading.text[reading.at] ?? '')) reading.at += 1;
  note(reading, 'unexpected', start, reading.at);
  return unreadable(start, reading.at);
}
