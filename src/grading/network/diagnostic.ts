import { type Code, type Message, message as makeMessage, type Params } from '../../messages/index.ts';
import type { Diagnostic, Fix, Severity, Source, SourceRange } from '../core/types.ts';

type ParamsArgument<C extends Code> = keyof Params<C> extends never ? Record<string, never> : Params<C>;

interface Extras {
  readonly related?: readonly SourceRange[];
  readonly fixes?: readonly Fix[];
}

/** A diagnostic of one code at one place. */
export function found<C extends Code>(
  severity: Severity,
  code: C,
  params: ParamsArgument<C>,
  range: SourceRange,
  source: Source,
  { related = [], fixes = [] }: Extras = {},
): Diagnostic {
  return { message: say(code, params), severity, range, related, source, fixes };
}

/** A message whose parameters are known to fit its code. */
export function say<C extends Code>(code: C, params: ParamsArgument<C>): Message {
  return (makeMessage as (code: Code, params: Message['params']) => Message)(code, params);
}

/** The fix that writes `text` in the place of what stands there; none when it is not known what to write. */
export function replaceWith(text: string | null, range: SourceRange): readonly Fix[] {
  if (text === null) return [];
  return [{ title: say('network/replace-with', { text }), edits: [{ range, text }] }];
}

/** At most this many characters of the learner's text stand in a message. */
const longestQuotation = 80;

/** What was written, short enough for a message, in one line. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longestQuotation ? `${line.slice(0, longestQuotation)}…` : line;
}
