import { hasLookAlikes, lookAlikesIn, toAscii } from '../core/look-alikes.ts';
import type { Diagnostic, SourceRange, TextEdit } from '../core/types.ts';
import { found, messageOf, quoted } from './diagnostic.ts';
import { sources } from './facts/sources.ts';

/**
 * The full-width and other look-alike characters of a text: one diagnostic, however many there are, at the first of them, with a fix
 * that mends them all. Null for a text without any. `whole` is where the text stands.
 */
export function lookAlikeFound(written: string, whole: SourceRange): Diagnostic | null {
  if (!hasLookAlikes(written)) return null;
  const [first, ...others] = lookAlikesIn(written).map(({ start, end }) => ({
    ...whole,
    start: whole.start + start,
    end: whole.start + end,
  }));
  if (first === undefined) return null;
  const edits = [first, ...others].map((range): TextEdit => {
    const at = range.start - whole.start;
    const plain = toAscii(written.slice(at, range.end - whole.start));
    const beforeValue = plain.endsWith(':') && !/^\s/.test(written.slice(range.end - whole.start));
    return { range, text: beforeValue ? `${plain} ` : plain };
  });
  const text = written.slice(first.start - whole.start, first.end - whole.start);
  const params = { written: nameOf(text) };
  const fix = { title: messageOf('network/replace-with', { text: toAscii(text).trim() }), edits };
  const options = { related: others, fixes: [fix] };
  return found('error', 'network/full-width-characters', params, first, sources.yaml, options);
}

/** The character itself, or its code point when it cannot be seen. */
function nameOf(text: string): string {
  return quoted(text) || `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
