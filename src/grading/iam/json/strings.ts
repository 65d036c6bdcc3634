import { isCurlyQuote, isSingleQuote, isSpace } from './characters.ts';
import type { JsonString } from './nodes.ts';
import { note, type Reading } from './reader.ts';

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** True when a string begins with this character, in JSON's quotes or in any that people paste. */
export function opensString(character: string | undefined): boolean {
  return character === '"' || isCurlyQuote(character) || isSingleQuote(character);
}

/** Reads a string from its opening quote. One that is not closed ends with its line. */
export function readString(reading: Reading): JsonString {
  const { text } = reading;
  const start = reading.at;
  const opening = text[start];
  reading.at += 1;
  let value = '';
  let from = reading.at;
  for (;;) {
    const character = text[reading.at];
    if (character === undefined || character === '\n' || character === '\r')
      return unclosed(reading, start, value, from);
    if (closes(reading, opening)) break;
    if (character === '\\') {
      value += text.slice(from, reading.at) + readEscape(reading);
      from = reading.at;
    } else {
      if (character < ' ') noteControl(reading, character);
      reading.at += 1;
    }
  }
  value += text.slice(from, reading.at);
  const closing = reading.at;
  reading.at += 1;
  noteQuotes(reading, start, closing, value);
  return { kind: 'string', value, start, end: reading.at };
}

/** A straight quote closes; so does a typographic one when what follows it can only follow a string. */
function closes({ text, at }: Reading, opening: string | undefined): boolean {
  const character = text[at];
  if (isSingleQuote(opening)) return isSingleQuote(character);
  if (character === '"') return opening === '"' || followsString(text, at + 1);
  return isCurlyQuote(character) && (isCurlyQuote(opening) || followsString(text, at + 1));
}

/** Looks past a few blanks only, so that reading stays linear. */
function followsString(text: string, at: number): boolean {
  let next = at;
  while (isSpace(text[next]) && text[next] !== '\n' && next < at + 8) next += 1;
  const character = text[next];
  return character === undefined || ':,}]\n\r\uff1a\uff0c'.includes(character);
}

function noteQuotes(reading: Reading, start: number, closing: number, value: string): void {
  const opening = reading.text[start] ?? '';
  const last = reading.text[closing] ?? '';
  if (opening === '"' && last === '"') return;
  const isCertain = !value.includes('"') && !value.includes('\\');
  const edits = [start, closing]
    .filter((at) => reading.text[at] !== '"')
    .map((at) => ({ start: at, end: at + 1, text: '"' }));
  const kind = isSingleQuote(opening) ? 'single-quotes' : 'curly-quotes';
  note(reading, kind, start, closing + 1, ...(isCertain ? edits : []));
}

function unclosed(reading: Reading, start: number, value: string, from: number): JsonString {
  const end = endOfUnclosed(reading.text, from, reading.at);
  const edits = end > start + 1 && reading.text[start] === '"' ? [{ start: end, end, text: '"' }] : [];
  note(reading, 'unclosed-string', start, end, ...edits);
  reading.at = end;
  return { kind: 'string', value: value + reading.text.slice(from, end), start, end };
}

/** Where a string that lacks its closing quote ends: before the comma and the brackets at the end of its line. */
function endOfUnclosed(text: string, from: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > from && isSpace(text[end - 1])) end -= 1;
  let cut = end;
  while (cut > from && (',]'.includes(text[cut - 1] ?? ' ') || isSpace(text[cut - 1]))) cut -= 1;
  return cut;
}

function noteControl(reading: Reading, character: string): void {
  const span = { start: reading.at, end: reading.at + 1 };
  const text = character === '\t' ? '\\t' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  note(reading, 'control-character', span.start, span.end, { ...span, text });
}

function readEscape(reading: Reading): string {
  const { text } = reading;
  const start = reading.at;
  const letter = text[start + 1] ?? '';
  const plain = escapes.get(letter);
  if (plain !== undefined) {
    reading.at += 2;
    return plain;
  }
  const digits = text.slice(start + 2, start + 6);
  if (letter === 'u' && /^[0-9a-fA-F]{4}$/.test(digits)) {
    reading.at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }
  reading.at += 1;
  note(reading, 'bad-escape', start, Math.min(text.length, start + 2), { start, end: start + 1, text: '\\\\' });
  return '\\';
}
