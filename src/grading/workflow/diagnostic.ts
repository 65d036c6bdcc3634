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
  return { message: messageOf(code, params), severity, range, related, source, fixes };
}

/** A message whose parameters are known to fit its code. */
export function messageOf<C extends Code>(code: C, params: ParamsArgument<C>): Message {
  return (makeMessage as (code: Code, params: Message['params']) => Message)(code, params);
}

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
