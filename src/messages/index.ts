import { fill, type ParamsOf, type Wording } from './catalog.ts';
import type { en } from './en/index.ts';

export type { Wording } from './catalog.ts';

/** A language that the code knows, by its BCP 47 tag. */
export type Locale = 'en' | 'ja';

/** All locales that the code knows. Which of them are published is decided by the content that exists. */
export const locales: readonly Locale[] = ['en', 'ja'];

/** The language of this name; English where there is none of it. */
export function localeOf(name: string | undefined): Locale {
  return locales.find((locale) => locale === name) ?? 'en';
}

/** Every code that a grader may emit: `<domain>/<kebab-case>`, stable once released. */
export type Code = keyof typeof en;
/** The parameters of a code, computed from its English wording. */
export type Params<C extends Code> = ParamsOf<(typeof en)[C]>;

/** What is said, without its wording: a code and its parameters. */
export interface Message {
  readonly code: Code;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Makes a message; the compiler checks the code and its parameters against the English catalog. */
export function message<C extends Code>(
  code: C,
  ...[params]: keyof Params<C> extends never ? [] : [Params<C>]
): Message {
  return { code, params: params ?? {} };
}

/** The wording of every code in one language. */
export type Checks = Readonly<Record<Code, Wording>>;

/** Loads the wording of all codes. A text that a language does not have yet is the English one. */
export async function loadChecks(locale: Locale): Promise<Checks> {
  const { en } = await import('./en/index.ts');
  if (locale === 'en') return en;
  const { ja } = await import('./ja/index.ts');
  return { ...en, ...ja };
}

/** The words for a message: `what` always, `why` and `fix` where the catalog has them. */
export function render(checks: Checks, { code, params }: Message): Wording {
  const { what, why, fix } = checks[code];
  return {
    what: fill(what, params),
    ...(why === undefined ? {} : { why: fill(why, params) }),
    ...(fix === undefined ? {} : { fix: fill(fix, params) }),
  };
}
