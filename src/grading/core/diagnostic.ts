import { type Code, type Message, message, type Params } from '../../messages/index.ts';
import type { Diagnostic, Fix, Severity, Source, SourceRange } from './types.ts';

/** The parameters of a code; an empty object for a code that has none. */
export type ParamsArgument<C extends Code> = keyof Params<C> extends never ? Record<string, never> : Params<C>;

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

/** A message of a code that is known only where it is called; `message` itself takes no object for a code without parameters. */
export function messageOf<C extends Code>(code: C, params: ParamsArgument<C>): Message {
  return (message as (code: Code, params: Message['params']) => Message)(code, params);
}
