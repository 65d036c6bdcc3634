/** A word as written, quotes included; it is expanded when its command runs. `line` counts from 0 in the script. */
export interface Word {
  readonly raw: string;
  readonly line: number;
}

/** Where a command reads from, or writes to. */
export interface Redirect {
  readonly operator: '>' | '>>' | '<' | '<<<' | '<<';
  readonly target: Word;
  /** The lines of a here-document; null for other redirections. */
  readonly body: { readonly text: string; readonly expands: boolean } | null;
}

/** A command of a script, by its form. */
export type Command =
  | {
      readonly kind: 'simple';
      readonly words: readonly Word[];
      readonly redirects: readonly Redirect[];
      readonly line: number;
    }
  | { readonly kind: 'pipeline'; readonly commands: readonly Command[] }
  /** `! command`: its status turned round; a failure of it ends nothing. */
  | { readonly kind: 'not'; readonly command: Command }
  | {
      readonly kind: 'chain';
      readonly first: Command;
      readonly rest: readonly { readonly operator: '&&' | '||'; readonly command: Command }[];
    }
  | {
      readonly kind: 'if';
      readonly branches: readonly { readonly condition: readonly Command[]; readonly body: readonly Command[] }[];
      readonly otherwise: readonly Command[];
    }
  | { readonly kind: 'for'; readonly name: string; readonly words: readonly Word[]; readonly body: readonly Command[] }
  | { readonly kind: 'group'; readonly body: readonly Command[]; readonly redirects: readonly Redirect[] }
  /** The definition of a function, which runs where its name is called. */
  | { readonly kind: 'function'; readonly name: string; readonly body: Command }
  /** A loop or a case: what stands in it may or may not run. */
  | { readonly kind: 'perhaps'; readonly body: readonly Command[] };

/** A piece of a script. `line` counts from 0. */
export type Token =
  | { readonly kind: 'word'; readonly raw: string; readonly line: number }
  | { readonly kind: 'operator'; readonly raw: string; readonly line: number; readonly body?: Redirect['body'] };

const operators = [
  '<<<',
  '<<-',
  '&&',
  '||',
  ';;',
  '>>',
  '<<',
  '>&',
  '&>',
  '>|',
  ';',
  '|',
  '&',
  '(',
  ')',
  '<',
  '>',
  '\n',
];

/**
 * Splits a script into words and operators. Quotes, `$( )` and `${ }` stay inside their word. An unclosed quote ends with the script.
 *
 * @source https://www.gnu.org/software/bash/manual/bash.html#Shell-Operation (read 2026-11-24)
 */
export function tokenize(script: string): readonly Token[] {
  const reading: Reading = { script, tokens: [], documents: [], at: 0, line: 0, delimiterOf: null };
  while (reading.at < script.length) readToken(reading);
  return reading.tokens;
}

/** How far a script has been read. */
interface Reading {
  readonly script: string;
  readonly tokens: Token[];
  /** Here-documents that begin on the line after this one. */
  readonly documents: { readonly index: number; readonly word: string; readonly strip: boolean }[];
  at: number;
  line: number;
  /** The `<<` whose delimiter is the next word. */
  delimiterOf: { readonly index: number; readonly strip: boolean } | null;
}

function readToken(reading: Reading): void {
  const { script, at } = reading;
  const character = script[at] ?? '';
  if (character === ' ' || character === '\t' || character === '\r') reading.at++;
  else if (character === '\\' && script[at + 1] === '\n') {
    reading.at += 2;
    reading.line++;
  } else if (character === '#' && (at === 0 || /[\s;&|(]/.test(script[at - 1] ?? ''))) {
    const end = script.indexOf('\n', at);
    reading.at = end === -1 ? script.length : end;
  } else {
    const operator = operators.find((each) => script.startsWith(each, at));
    if (operator === undefined) readWord(reading);
    else readOperator(operator, reading);
  }
}

function readWord(reading: Reading): void {
  const { script, tokens, documents, at, line, delimiterOf } = reading;
  const end = endOfWord(script, at);
  const raw = script.slice(at, end);
  tokens.push({ kind: 'word', raw, line });
  if (delimiterOf !== null) documents.push({ ...delimiterOf, word: raw });
  reading.delimiterOf = null;
  reading.line += countNewlines(raw);
  reading.at = end;
}

function readOperator(operator: string, reading: Reading): void {
  const strip = operator === '<<-';
  const index = reading.tokens.push({ kind: 'operator', raw: strip ? '<<' : operator, line: reading.line }) - 1;
  reading.at += operator.length;
  if (strip || operator === '<<') reading.delimiterOf = { index, strip };
  if (operator !== '\n') return;
  reading.line++;
  readHereDocuments(reading);
}

/** Reads the here-documents of the line that has just ended, and gives each to its operator. */
function readHereDocuments(reading: Reading): void {
  const { script, tokens } = reading;
  for (const { index, word, strip } of reading.documents.splice(0)) {
    const body = readHereDocument(script, reading.at, unquoted(word), strip);
    reading.at = body.end;
    reading.line += body.lines;
    const token = tokens[index];
    if (token?.kind === 'operator')
      tokens[index] = { ...token, body: { text: body.text, expands: !/['"\\]/.test(word) } };
  }
}

function readHereDocument(
  script: string,
  from: number,
  delimiter: string,
  strip: boolean,
): { text: string; end: number; lines: number } {
  const lines: string[] = [];
  let at = from;
  while (at < script.length) {
    const newline = script.indexOf('\n', at);
    const end = newline === -1 ? script.length : newline;
    const written = script.slice(at, end).replace(/\r$/, '');
    const text = strip ? written.replace(/^\t+/, '') : written;
    at = Math.min(script.length, end + 1);
    if (text === delimiter)
      return { text: lines.map((each) => `${each}\n`).join(''), end: at, lines: lines.length + 1 };
    lines.push(text);
  }
  return { text: lines.map((each) => `${each}\n`).join(''), end: at, lines: lines.length };
}

/** Where the word that begins at `from` ends. */
function endOfWord(script: string, from: number): number {
  let at = from;
  while (at < script.length) {
    const character = script[at] ?? '';
    if (/[\s;&|<>()]/.test(character)) return at === from ? from + 1 : at;
    if (character === '\\') at += 2;
    else if (character === "'") at = after(script, "'", at + 1);
    else if (character === '"') at = endOfDouble(script, at + 1);
    else if (character === '`') at = after(script, '`', at + 1);
    else if (character === '$' && script[at + 1] === '(') at = endOfNested(script, at + 2, '(', ')');
    else if (character === '$' && script[at + 1] === '{') at = endOfNested(script, at + 2, '{', '}');
    else at++;
  }
  return script.length;
}

function endOfDouble(script: string, from: number): number {
  let at = from;
  while (at < script.length) {
    const character = script[at];
    if (character === '"') return at + 1;
    if (character === '\\') at += 2;
    else if (character === '$' && script[at + 1] === '(') at = endOfNested(script, at + 2, '(', ')');
    else at++;
  }
  return script.length;
}

/** The end of `$( … )` or `${ … }`; quotes inside are skipped over. */
export function endOfNested(script: string, from: number, open: string, close: string): number {
  let depth = 1;
  let at = from;
  while (at < script.length) {
    const character = script[at] ?? '';
    if (character === '\\') at++;
    else if (character === "'") at = after(script, "'", at + 1) - 1;
    else if (character === '"' && open === '(') at = after(script, '"', at + 1, true) - 1;
    else if (character === open) depth++;
    else if (character === close && --depth === 0) return at + 1;
    at++;
  }
  return script.length;
}

function after(script: string, mark: string, from: number, escapes = false): number {
  let at = from;
  while (at < script.length) {
    if (escapes && script[at] === '\\') at++;
    else if (script[at] === mark) return at + 1;
    at++;
  }
  return script.length;
}

function countNewlines(text: string): number {
  return text.split('\n').length - 1;
}

function unquoted(word: string): string {
  return word.replace(/['"\\]/g, '');
}
