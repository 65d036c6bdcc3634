import { findExercise, textOf } from '../../exercises/loader.ts';
import { questionIn } from '../../exercises/questions.ts';
import type { Locale } from '../../messages/index.ts';
import { lessonText } from '../../messages/lesson.ts';
import { presenterText } from '../../messages/presenter.ts';
import { lessonsIn, type PlacedLesson } from '../../site/lessons.ts';
import { piecesOf } from './pieces.ts';
import { type Slide, slidesOf } from './slides.ts';

/** A lesson as slides. */
export interface Deck {
  readonly lesson: PlacedLesson;
  readonly slides: readonly Slide[];
}

/** The deck of a lesson, from its text as `Source.astro` renders it. It opens with the questions on earlier lessons. */
export function deckOf(lesson: PlacedLesson, html: string, locale: Locale): Deck {
  const text = presenterText(locale);
  const names = {
    title: lesson.entry.data.title,
    problem: text('slide.problem'),
    question: text('slide.question'),
    recap: lessonText(locale)('recap.title'),
    exercise: (id: string) => {
      const exercise = findExercise(id);
      return exercise === undefined ? id : textOf(exercise, locale).title;
    },
  };
  const review = (lesson.review ?? []).map((id) => ({
    kind: 'question' as const,
    says: { ...questionIn(locale, id), label: text('slide.review') },
    html: '',
  }));
  return { lesson, slides: slidesOf([...review, ...piecesOf(html)], names) };
}

/** What the scripts of stage and notes window know of the whole course. */
export interface CoursePlan {
  readonly lessons: readonly PlannedLesson[];
  /** Where the page at hand stands among them. */
  readonly here: number;
}

/** A lesson's place in the timetable, in minutes. */
export interface PlannedLesson {
  readonly slug: string;
  readonly minutes: number;
  readonly break: number;
}

/** The plan of the course, seen from one lesson. */
export function coursePlan(locale: Locale, slug: string): CoursePlan {
  const lessons = lessonsIn(locale);
  return {
    lessons: lessons.map((lesson) => ({ slug: lesson.slug, minutes: lesson.minutes, break: lesson.break ?? 0 })),
    here: lessons.findIndex((lesson) => lesson.slug === slug),
  };
}
