import type { Locale } from '../../messages/index.ts';
import { presenterText } from '../../messages/presenter.ts';
import { lessonsIn, type PlacedLesson } from '../../site/lessons.ts';
import { deckOf } from './deck.ts';

type Text = ReturnType<typeof presenterText>;
type TextKey = Parameters<Text>[0];

/** What the stage and the speaker's window of a lesson both begin with. `keys` are the texts that the page's script says. */
export function deckPage(lesson: PlacedLesson, html: string, locale: Locale, keys: readonly TextKey[]) {
  const text = presenterText(locale);
  const lessons = lessonsIn(locale);
  return {
    text,
    deck: deckOf(lesson, html, locale),
    lessons,
    /** How many lessons have a number. */
    count: lessons.filter(({ number }) => number !== null).length,
    words: JSON.stringify(Object.fromEntries(keys.map((key) => [key, text(key)]))),
  };
}
