import { messageOf } from '../core/diagnostic.ts';
import type { Fix, SourceRange } from '../core/types.ts';

export { found, messageOf } from '../core/diagnostic.ts';

/** A fix that puts `name` where `range` is: a suggestion for a misspelt name. */
export function suggest(name: string | null, range: SourceRange): readonly Fix[] {
  if (name === null) return [];
  return [{ title: messageOf('workflow/fix-use-name', { name }), edits: [{ range, text: name }] }];
}

/** A fix that puts quotes around the text of a range. */
export function quote(text: string, range: SourceRange): readonly Fix[] {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return [{ title: messageOf('workflow/fix-quote', {}), edits: [{ range, text: quoted }] }];
}
