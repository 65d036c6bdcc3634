import type { Position } from '../report/index.ts';
import { columnsOf, type Paint, printable } from './paint.ts';

const mostLines = 3;
const mostColumns = 100;

/**
 * The lines of a text that a span touches, three at most, each with the span underlined. An empty span is marked where it stands.
 * A long line is cut to the stretch around the span.
 */
export function codeFrame(text: string, start: Position, end: Position, paint: Paint): readonly string[] {
  const last = Math.min(end.line, start.line + mostLines - 1);
  const width = String(last).length;
  const lines: string[] = [];
  for (let line = start.line; line <= last; line++) {
    const offset = line === start.line ? start.offset - start.column + 1 : startOfLine(text, line, start);
    const content = lineAt(text, offset, line === start.line ? start.column - 1 : 0);
    const from = line === start.line ? start.column - 1 : indentOf(content);
    const to = line === end.line ? end.column - 1 : content.length;
    lines.push(...frameLine(String(line).padStart(width), content, from, Math.max(from, to), paint));
  }
  return lines;
}

function frameLine(number: string, content: string, from: number, to: number, paint: Paint): readonly string[] {
  const cut = Math.max(0, from - mostColumns / 2);
  const lead = cut > 0 ? '…' : '';
  const tail = content.length > cut + mostColumns ? '…' : '';
  const shown = (a: number, b: number) => printable(content.slice(Math.max(a, cut), Math.min(b, cut + mostColumns)));
  const before = ' '.repeat(columnsOf(lead + shown(cut, from)));
  const marks = '~'.repeat(columnsOf(shown(from, to))) || '^';
  return [
    `${paint('quiet', `${number} │`)} ${lead}${shown(cut, content.length)}${tail}`,
    `${paint('quiet', `${' '.repeat(number.length)} │`)} ${before}${paint('bad', marks)}`,
  ];
}

function startOfLine(text: string, line: number, known: Position): number {
  let offset = known.offset;
  for (let current = known.line; current < line; current++) offset = endOfLine(text, offset).next;
  return offset;
}

/** The line that begins at an offset, as far as it may be shown: a megabyte in one line, with a fault in each word, is searched in parts. */
function lineAt(text: string, offset: number, from: number): string {
  const stretch = text.slice(offset, offset + from + 10 * mostColumns);
  return stretch.slice(0, endOfLine(stretch, from).end);
}

function endOfLine(text: string, offset: number): { readonly end: number; readonly next: number } {
  const breaks = /\r\n|\r|\n/g;
  breaks.lastIndex = offset;
  const found = breaks.exec(text);
  return found === null
    ? { end: text.length, next: text.length }
    : { end: found.index, next: found.index + found[0].length };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
