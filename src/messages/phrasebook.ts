import { fill } from './catalog.ts';
import type { Locale } from './index.ts';

/** Says one thing in one language, its `{names}` filled. */
export type Say<Key extends string> = (key: Key, params?: Readonly<Record<string, string | number>>) => string;

/** A text for each key, all of them or as many as there are. */
type Words<Key extends string> = Readonly<Record<Key, string>>;

/** Says what one language has in its own words, and the rest in English. */
export function sayIn<Key extends string>(own: Partial<Words<Key>>, english: Words<Key>): Say<Key> {
  return (key, params = {}) => fill(own[key] ?? english[key], params);
}

/**
 * The words of one part of the project, by language.
 *
 * @example phrasebook({ minutes: '{count} min' }, {})('en')('minutes', { count: 20 }) // => '20 min'
 */
export function phrasebook<Key extends string>(
  english: Words<Key>,
  others: Readonly<Partial<Record<Locale, Partial<Words<Key>>>>>,
): (locale: Locale) => Say<Key> {
  return (locale) => sayIn(others[locale] ?? {}, english);
}
