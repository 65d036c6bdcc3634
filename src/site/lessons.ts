import { type CollectionEntry, getCollection } from 'astro:content';
import { curriculum, type Lesson } from '../exercises/loader.ts';
import { type Locale, locales } from '../messages/index.ts';

/** A lesson with its place in the workshop and its words in one language. */
export interface PlacedLesson extends Lesson {
  /** From 1; the closing words, which have no exercise, have no number. */
  readonly number: number | null;
  readonly entry: CollectionEntry<'lessons'>;
}

const entries = await getCollection('lessons');

/** The lessons of the curriculum that are written in this language, in their order. */
export function lessonsIn(locale: Locale): readonly PlacedLesson[] {
  let number = 0;
  return curriculum.flatMap((lesson) => {
    const entry = entries.find(({ id }) => id === `${locale}/${lesson.slug}`);
    const own = lesson.exercises.length > 0 ? ++number : null;
    return entry === undefined ? [] : [{ ...lesson, number: own, entry }];
  });
}

/** English, and each language that has every lesson. */
export const publishedLocales: readonly Locale[] = locales.filter(
  (locale) => locale === 'en' || lessonsIn(locale).length === curriculum.length,
);

/** What `getStaticPaths` needs of a page that stands in every published language. */
export const localePaths = () =>
  publishedLocales.map((locale) => ({
    params: { locale: locale === 'en' ? undefined : locale },
    props: { locale },
  }));

/** What `getStaticPaths` needs of a page that stands for every lesson in every published language. */
export const lessonPaths = () =>
  localePaths().flatMap(({ params, props }) =>
    lessonsIn(props.locale).map((lesson) => ({
      params: { ...params, lesson: lesson.slug },
      props: { ...props, lesson },
    })),
  );
