import { describe, expect, test } from 'vitest';
import { curriculum } from '../../src/exercises/load-exercise.ts';
import { questionsIn } from '../../src/exercises/questions.ts';
import { locales } from '../../src/messages/index.ts';
import { lessonSources, predictionsIn } from '../site/lesson-source.ts';

const reviewed = curriculum.flatMap(({ review = [] }) => review);
const predicted = lessonSources.filter(({ locale }) => locale === 'en').flatMap(({ body }) => predictionsIn(body));

describe.each(locales)('the questions in %s', (locale) => {
  const questions = questionsIn(locale);

  test.for(questions)('$id has one right answer and a reply to each', ({ answers }) => {
    expect(answers.filter(({ correct }) => correct)).toHaveLength(1);
    for (const { reply } of answers) expect(reply).toMatch(/[.?”]$/);
  });

  test('are each asked in one place', () => {
    expect([...predicted, ...reviewed].toSorted()).toEqual(questions.map(({ id }) => id).toSorted());
  });
});

test('two questions on earlier lessons open each later one that has exercises', () => {
  const later = curriculum.filter(({ exercises }) => exercises.length > 0).slice(1);
  for (const { slug, review } of later) expect({ slug, questions: review?.length }).toEqual({ slug, questions: 2 });
});

test('a question keeps its id', () => {
  expect(predicted).toEqual(
    expect.arrayContaining([
      'q-login-registry',
      'q-token-resource',
      'q-missing-action',
      'q-sub-or-aud',
      'q-api-or-dkr',
      'q-logs-443',
    ]),
  );
});
