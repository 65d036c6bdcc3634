import { isUnknown, unknown } from '../unknown.ts';
import { endOfNested } from './syntax.ts';

/** What a word may ask for while it is expanded. */
export interface Surroundings {
  /** The value of a variable; undefined when it is not set. */
  readonly variable: (name: string) => string | undefined;
  /** What the commands of `$( )` print, without the line ends at its end. */
  readonly substitute: (script: string) => string;
}

/** A field after expansion. `globs`: an unquoted `*` stands in it, which the shell would look up in the folder. */
export interface Field {
  readonly text: string;
  readonly globs: boolean;
}

/** Words that are made of one with `{a,b}` in it, at most, and the longest word that is looked at: each pair of braces multiplies them. */
const [maxBraced, longestBraced] = [64, 1000];

/**
 * What unquoted braces with commas make of a word: `x-{a,b}` is `x-a` and `x-b`. Braces in braces are left as they stand.
 *
 * @source https://www.gnu.org/software/bash/manual/bash.html#Brace-Expansion (read 2026-11-24)
 */
function braced(raw: string): readonly string[] {
  const match =
    /^((?:[^'"\\{$]|\\.|'[^']*'|"[^"]*"|\$\{[^}]*\}|\$(?!\{))*)\{([^{}\s'"$]*,[^{}\s'"$]*)\}([\s\S]*)$/.exec(raw);
  if (match === null) return [raw];
  const [, before = '', list = '', after = ''] = match;
  const rests = braced(after);
  return list
    .split(',')
    .flatMap((item) => rests.map((rest) => before + item + rest))
    .slice(0, maxBraced);
}

/** Expands a word to the fields that a command gets, braces first. */
export function expandWord(raw: string, surroundings: Surroundings): readonly Field[] {
  return raw.length <= longestBraced && raw.includes('{')
    ? braced(raw).flatMap((each) => expandOne(each, surroundings))
    : expandOne(raw, surroundings);
}

/** Expands a word: quotes go, variables and substitutions are put in, what was not quoted is split at blanks. */
function expandOne(raw: string, surroundings: Surroundings): readonly Field[] {
  const builder = new FieldBuilder();
  let at = 0;
  while (at < raw.length) {
    const character = raw[at] ?? '';
    if (character === "'") {
      const end = raw.indexOf("'", at + 1);
      builder.quoted(raw.slice(at + 1, end === -1 ? raw.length : end));
      at = end === -1 ? raw.length : end + 1;
    } else if (character === '"') {
      const { text, end } = expandDouble(raw, at + 1, surroundings);
      builder.quoted(text);
      at = end;
    } else if (character === '\\') {
      builder.quoted(raw[at + 1] === '\n' ? '' : (raw[at + 1] ?? ''));
      at += 2;
    } else if (character === '$' || character === '`') {
      const { text, end } = expandDollar(raw, at, surroundings);
      builder.split(text);
      at = end;
    } else {
      builder.plain(character);
      at++;
    }
  }
  return builder.fields();
}

/** Expands a word to one text, as in an assignment or a redirection. */
export function expandText(raw: string, surroundings: Surroundings): string {
  return expandOne(raw, surroundings)
    .map(({ text }) => text)
    .join(' ');
}

/** Expands the body of a here-document: like double quotes, but a double quote is a character like any other. */
export function expandBody(body: string, surroundings: Surroundings): string {
  return expandDouble(`${body.replaceAll('"', '\\"')}"`, 0, surroundings).text;
}

class FieldBuilder {
  readonly #done: Field[] = [];
  #text: string | null = null;
  #globs = false;

  quoted(text: string): void {
    this.#text = (this.#text ?? '') + text;
  }

  plain(character: string): void {
    if (character === '*' || character === '?') this.#globs = true;
    this.quoted(character);
  }

  split(text: string): void {
    const parts = text.split(/\s+/);
    for (const [index, part] of parts.entries()) {
      if (index > 0) this.#end();
      if (part !== '') this.quoted(part);
    }
  }

  #end(): void {
    if (this.#text !== null) this.#done.push({ text: this.#text, globs: this.#globs });
    this.#text = null;
    this.#globs = false;
  }

  fields(): readonly Field[] {
    this.#end();
    return this.#done;
  }
}

function expandDouble(raw: string, from: number, surroundings: Surroundings): { text: string; end: number } {
  let text = '';
  let at = from;
  while (at < raw.length && raw[at] !== '"') {
    const character = raw[at] ?? '';
    if (character === '\\' && /["$`\\\n]/.test(raw[at + 1] ?? '')) {
      text += raw[at + 1] === '\n' ? '' : raw[at + 1];
      at += 2;
    } else if (character === '$' || character === '`') {
      const expanded = expandDollar(raw, at, surroundings);
      text += expanded.text;
      at = expanded.end;
    } else {
      text += character;
      at++;
    }
  }
  return { text, end: Math.min(raw.length, at + 1) };
}

function expandDollar(raw: string, at: number, surroundings: Surroundings): { text: string; end: number } {
  if (raw[at] === '`') {
    const end = raw.indexOf('`', at + 1);
    const stop = end === -1 ? raw.length : end;
    return { text: surroundings.substitute(raw.slice(at + 1, stop)), end: stop + 1 };
  }
  if (raw.startsWith('$((', at)) {
    return { text: unknown('command', 'arithmetic'), end: endOfNested(raw, at + 2, '(', ')') };
  }
  if (raw.startsWith('$(', at)) {
    const end = endOfNested(raw, at + 2, '(', ')');
    return { text: surroundings.substitute(raw.slice(at + 2, end - 1)), end };
  }
  if (raw.startsWith('${', at)) {
    const end = endOfNested(raw, at + 2, '{', '}');
    return { text: expandParameter(raw.slice(at + 2, end - 1), surroundings), end };
  }
  const name = /^(?:[A-Za-z_]\w*|[?#@*$!0-9-])/.exec(raw.slice(at + 1, at + 120))?.[0];
  if (name === undefined) return { text: '$', end: at + 1 };
  return { text: variableValue(name, surroundings), end: at + 1 + name.length };
}

function variableValue(name: string, { variable }: Surroundings): string {
  if (name === '?') return '0';
  return variable(name) ?? '';
}

/** `${X}` and its forms: default, cut, replace, case. A form that is not played here is an unknown text. */
function expandParameter(body: string, surroundings: Surroundings): string {
  const match = /^([A-Za-z_]\w*)([\s\S]*)$/.exec(body);
  if (match?.[1] === undefined) return unknown('command', 'parameter');
  const [, name, operation = ''] = match;
  const value = surroundings.variable(name);
  if (operation === '') return value ?? '';
  const otherwise = /^(:?)([-+=?])([\s\S]*)$/.exec(operation);
  if (otherwise !== null) {
    const isSet = otherwise[1] === ':' ? (value ?? '') !== '' : value !== undefined;
    const other = () => expandText(otherwise[3] ?? '', surroundings);
    return otherwise[2] === '+' ? (isSet ? other() : '') : isSet ? (value ?? '') : otherwise[2] === '?' ? '' : other();
  }
  const cut = /^:\s*(\d*)(?::(\d+))?$/.exec(operation);
  if (cut !== null) return isUnknown(value ?? '') ? (value ?? '') : slice(value ?? '', Number(cut[1] || 0), cut[2]);
  if (operation === ',,' || operation === ',')
    return operation === ',,' ? lower(value ?? '') : lower((value ?? '').slice(0, 1)) + (value ?? '').slice(1);
  if (operation === '^^') return (value ?? '').toUpperCase();
  const removed = /^(##?|%%?)([\s\S]*)$/.exec(operation);
  if (removed !== null) return remove(value ?? '', removed[1] ?? '#', expandText(removed[2] ?? '', surroundings));
  const replaced = /^(\/\/?)((?:\\.|[^/])+)(?:\/([\s\S]*))?$/.exec(operation);
  if (replaced !== null) {
    const [from, to] = [(replaced[2] ?? '').replace(/\\(.)/g, '$1'), expandText(replaced[3] ?? '', surroundings)];
    return replaced[1] === '//' ? (value ?? '').replaceAll(from, to) : (value ?? '').replace(from, () => to);
  }
  return unknown('command', name);
}

function lower(text: string): string {
  return isUnknown(text) ? text : text.toLowerCase();
}

function slice(text: string, from: number, length: string | undefined): string {
  return length === undefined ? text.slice(from) : text.slice(from, from + Number(length));
}

/** `#` and `%` with a pattern in which only `*` is special. */
function remove(text: string, operator: string, pattern: string): string {
  if (isUnknown(text) && pattern.includes('*')) return text;
  const parts = pattern.split('*');
  const longest = operator.length === 2;
  if (parts.length === 1) {
    if (operator[0] === '#') return text.startsWith(pattern) ? text.slice(pattern.length) : text;
    return text.endsWith(pattern) && pattern !== '' ? text.slice(0, -pattern.length) : text;
  }
  const [first = '', second = ''] = parts;
  if (operator[0] === '#') {
    const at = longest ? text.lastIndexOf(second) : text.indexOf(second);
    return first === '' && at !== -1 ? text.slice(at + second.length) : text;
  }
  const at = longest ? text.indexOf(first) : text.lastIndexOf(first);
  return second === '' && at !== -1 ? text.slice(0, at) : text;
}
