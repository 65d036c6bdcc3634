import { messageOf } from '../core/diagnostic.ts';
import type { Diagnostic, Fix, SourceRange } from '../core/types.ts';

export { found, messageOf } from '../core/diagnostic.ts';

/** The fix that writes `text` in the place of what stands there; none when it is not known what to write. */
export function replaceWith(text: string | null, range: SourceRange): readonly Fix[] {
  if (text === null) return [];
  return [{ title: messageOf('network/replace-with', { text }), edits: [{ range, text }] }];
}

/** At most this many characters of the learner's text stand in a message. */
const longestQuotation = 80;

/** What was written, short enough for a message, in one line. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longestQuotation ? `${line.slice(0, longestQuotation)}…` : line;
}

/** The first of those that are the same by what `identityOf` tells of them, in their order. */
export function withoutRepetition(
  diagnostics: readonly Diagnostic[],
  identityOf: (diagnostic: Diagnostic) => string,
): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((diagnostic) => {
    const identity = identityOf(diagnostic);
    return !seen.has(identity) && seen.add(identity);
  });
}
