import { message } from '../../../messages/index.ts';
import type { Finding } from '../finding.ts';
import type { Span } from './nodes.ts';

/** What can be wrong with the text as JSON. Each is a code of its own, `iam/json-…`. */
export type JsonFaultKind =
  | 'bad-escape'
  | 'bad-number'
  | 'byte-order-mark'
  | 'comment'
  | 'control-character'
  | 'curly-quotes'
  | 'full-width'
  | 'mismatched-bracket'
  | 'missing-colon'
  | 'missing-comma'
  | 'missing-value'
  | 'odd-space'
  | 'single-quotes'
  | 'text-after'
  | 'too-deep'
  | 'trailing-comma'
  | 'unclosed-bracket'
  | 'unclosed-string'
  | 'unexpected'
  | 'unknown-word'
  | 'unquoted-key';

/** A fault of syntax. `edit` replaces `[start, end)` of the fault's own edit span where one replacement is certain. */
export interface JsonFault extends Span {
  readonly kind: JsonFaultKind;
  readonly edits: readonly (Span & { readonly text: string })[];
}

/** The fault as a finding, with the text it is about, shortened. */
export function findingOf({ kind, start, end, edits }: JsonFault, text: string): Finding {
  const found = shorten(text.slice(start, end));
  return { at: { start, end }, message: message(`iam/json-${kind}`, { found }), edits };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
