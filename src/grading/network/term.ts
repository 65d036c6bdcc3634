import { hasLookAlikes } from '../core/look-alikes.ts';
import type { SourceRange } from '../core/types.ts';
import type { Term } from './document.ts';

/** True when the term stands in the file letter by letter, so that a part of it has a place and can be replaced. */
export function isVerbatim({ text, range }: Term): boolean {
  return range.end - range.start === text.length;
}

/** The place of a part of a term; the whole term where the part has no place of its own. */
export function placeOf(part: string, term: Term): SourceRange {
  const at = isVerbatim(term) ? term.text.lastIndexOf(part) : -1;
  if (at < 0) return term.range;
  return { ...term.range, start: term.range.start + at, end: term.range.start + at + part.length };
}

/** True when a term is there and could be compared with what AWS knows: it has a text, in plain characters. */
export function isReadable(term: Term | null): term is Term {
  return term !== null && term.text !== '' && term.dependsOn === null && !hasLookAlikes(term.text);
}
