import { lesson as en } from '../../messages/en/lesson.ts';

export type LessonWord = keyof typeof en;

const wordsByLocale: Readonly<Record<string, Partial<Record<LessonWord, string>>>> = { en };

/** A lookup of the words of lesson components in a locale (undefined: the default one). A word not yet translated is the English one. */
export function lessonWords(locale: string | undefined): (word: LessonWord, params?: Record<string, string>) => string {
  const words = wordsByLocale[locale ?? 'en'];
  return (word, params = {}) =>
    (words?.[word] ?? en[word]).replace(/\{([a-z]+)\}/g, (whole, name: string) => params[name] ?? whole);
}
