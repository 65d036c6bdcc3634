import { fill } from './catalog.ts';
import { site as en } from './en/site.ts';
import type { Locale } from './index.ts';
import { site as ja } from './ja/site.ts';

export type SiteKey = keyof typeof en;

/** Says one thing in one language, its `{names}` filled. */
export type SiteText = (key: SiteKey, params?: Readonly<Record<string, string | number>>) => string;

const words: Readonly<Record<Locale, Partial<Readonly<Record<SiteKey, string>>>>> = { en, ja };

/**
 * The words around the lessons in a language; English where it has none yet.
 *
 * @example siteText('en')('contents.minutes', { minutes: 20 }) // => '20 min'
 */
export function siteText(locale: Locale): SiteText {
  return (key, params = {}) => fill(words[locale][key] ?? en[key], params);
}
