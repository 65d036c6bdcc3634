import { describe, expect, test } from 'vitest';
import { curriculum } from '../../src/exercises/load-exercise.ts';
import { attributeOf, lessonSources, tagsOf } from '../site/lesson-source.ts';

/** How long the room takes for a question; as in src/presenter/deck/slides.ts. */
const questionMinutes = 1;

/** Lessons that have notes; a language may be without. */
const withNotes = lessonSources.filter(({ body }) => body.includes('<Notes'));

test('every English lesson has notes', () => {
  expect(
    withNotes
      .filter(({ locale }) => locale === 'en')
      .map(({ slug }) => slug)
      .toSorted(),
  ).toEqual(curriculum.map(({ slug }) => slug).toSorted());
});

describe.each(withNotes)('the notes of $id', ({ slug, body }) => {
  const lesson = curriculum.find((each) => each.slug === slug);
  const notes = tagsOf(body, 'Notes');

  test('take as long as the curriculum gives the lesson', () => {
    const questions = tagsOf(body, 'Predict').length + (lesson?.review?.length ?? 0);
    const spoken = notes.reduce((sum, tag) => sum + Number(attributeOf(tag, 'minutes') ?? 0), 0);
    expect(spoken + questions * questionMinutes).toBe(lesson?.minutes);
  });

  test('give each bench its minutes', () => {
    for (const [, id, inside = ''] of body.matchAll(/<Exercise id="([^"]+)">([\s\S]*?)<\/Exercise>/g)) {
      const own = tagsOf(inside, 'Notes').filter((tag) => attributeOf(tag, 'at') === 'exercise');
      expect({ id, minutes: own.map((tag) => Number(attributeOf(tag, 'minutes')) > 0) }).toEqual({
        id,
        minutes: [true],
      });
    }
  });

  test('are short enough to be spoken, and ask the room', () => {
    for (const [, said = ''] of body.matchAll(/<Notes[^>]*>([\s\S]*?)<\/Notes>/g)) {
      expect(said.split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(80);
    }
    expect(notes.filter((tag) => attributeOf(tag, 'ask') !== null).length).toBeGreaterThan(0);
  });

  test('slides hold no more than can be read from the back row', () => {
    for (const [, seen = ''] of body.matchAll(/<Slide[^>]*>([\s\S]*?)<\/Slide>/g)) {
      expect(seen.split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(34);
    }
  });
});
