import { fill } from './catalog.ts';
import { cli as en } from './en/cli.ts';
import type { Locale } from './index.ts';
import { cli as ja } from './ja/cli.ts';

export type CliKey = keyof typeof en;

/** Says one thing in one language, its `{names}` filled. */
export type CliText = (key: CliKey, params?: Readonly<Record<string, string | number>>) => string;

const words: Readonly<Record<Locale, Partial<Readonly<Record<CliKey, string>>>>> = { en, ja };

/**
 * The words of the command line in a language; English where it has none yet.
 *
 * @example cliText('en')('verdict.passed') // => 'passed'
 */
export function cliText(locale: Locale): CliText {
  return (key, params = {}) => fill(words[locale][key] ?? en[key], params);
}
