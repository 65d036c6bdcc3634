import { fill } from './catalog.ts';
import { lesson as en } from './en/lesson.ts';
import type { Locale } from './index.ts';
import { lesson as ja } from './ja/lesson.ts';

export type LessonKey = keyof typeof en;

/** Says one thing in one language, its `{names}` filled. */
export type LessonText = (key: LessonKey, params?: Readonly<Record<string, string | number>>) => string;

const words: Readonly<Record<Locale, Partial<Readonly<Record<LessonKey, string>>>>> = { en, ja };

/**
 * The words of prose components and diagrams in a language; English where it has none yet.
 *
 * @example lessonText('en')('authorities.documentation', { owner: 'Docker' }) // => 'Docker documentation'
 */
export function lessonText(locale: Locale): LessonText {
  return (key, params = {}) => fill(words[locale][key] ?? en[key], params);
}
