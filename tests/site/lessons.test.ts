import { describe, expect, test } from 'vitest';
import { curriculum } from '../../src/exercises/load-exercise.ts';
import { attributeOf, lessonSources, predictionsIn, proseOf, tagsOf } from './lesson-source.ts';

const components = Object.keys(
  import.meta.glob(['/src/site/lesson/*.astro', '/src/site/diagrams/*.astro', '/src/workbench/Predict.astro']),
).map((path) => path.replace(/^.*\/|\.astro$/g, ''));

const exercisesOf = (slug: string) => curriculum.find((lesson) => lesson.slug === slug)?.exercises ?? [];

describe.each(lessonSources)('$id', ({ slug, frontmatter, body }) => {
  const prose = proseOf(body);

  test('has a title, a short name, a summary of one sentence and two to four objectives', () => {
    expect(frontmatter.title).toMatch(/^[A-Z][^.!]*$/);
    expect(frontmatter.short.length).toBeLessThanOrEqual(16);
    expect(frontmatter.summary).toMatch(/^[A-Z][^.]*\.$/);
    expect(frontmatter.objectives.length).toBeGreaterThanOrEqual(2);
    expect(frontmatter.objectives.length).toBeLessThanOrEqual(4);
    for (const objective of frontmatter.objectives) expect(objective).toMatch(/^[a-z].*[^.]$/);
  });

  test('holds the exercises that the curriculum gives it, in their order', () => {
    expect(tagsOf(body, 'Exercise').map((tag) => attributeOf(tag, 'id'))).toEqual(exercisesOf(slug));
  });

  test('asks for a prediction beside each exercise', () => {
    for (const [, id, inside = ''] of body.matchAll(/<Exercise id="([^"]+)">([\s\S]*?)<\/Exercise>/g)) {
      expect({ id, predictions: predictionsIn(inside).length > 0 }).toEqual({ id, predictions: true });
    }
  });

  test('opens with a problem and ends with what to keep', () => {
    expect(body.trimStart()).toMatch(/^<Lead>/);
    expect(body.trimEnd()).toMatch(/<\/Recap>$/);
    if (exercisesOf(slug).length > 0) expect(tagsOf(body, 'Log').length).toBeGreaterThan(0);
  });

  test('marks the refused line of each log', () => {
    for (const tag of tagsOf(body, 'Log')) {
      const refused = String(attributeOf(tag, 'refused'));
      const lines = attributeOf(tag, 'lines') as readonly string[];
      expect(lines.filter((line) => line.includes(refused)).length).toBe(1);
    }
  });

  test('gives the documentation’s side with its sources', () => {
    for (const tag of tagsOf(body, 'Authorities')) {
      const sources = attributeOf(tag, 'sources') as readonly { title: string; url: string }[];
      expect(sources.length).toBeGreaterThan(0);
      for (const { title, url } of sources) expect(title !== '' && url.startsWith('https://')).toBe(true);
    }
    const count = (word: string) => body.split(`slot="${word}"`).length - 1;
    expect(count('talk')).toBe(tagsOf(body, 'Authorities').length);
    expect(count('documentation')).toBe(tagsOf(body, 'Authorities').length);
  });

  test('uses components that exist', () => {
    const used = new Set([...body.matchAll(/<([A-Z]\w+)/g)].map(([, name = '']) => name));
    expect([...used].filter((name) => ![...components, 'Exercise', 'Fragment'].includes(name))).toEqual([]);
  });

  test('keeps its voice: no shouting, no belittling, no headings in title case', () => {
    expect(prose).not.toMatch(/[^[(!]!(?!\[)|\b(simply|just|obviously|easy to see)\b|\p{Extended_Pictographic}/u);
    const headings = [...body.matchAll(/^#{1,4} (.+)$/gm)].map(([, heading = '']) => heading);
    expect(headings.filter((heading) => /^#? ?\S+( [A-Z][a-z]+){3,}/.test(heading))).toEqual([]);
    expect(body).not.toMatch(/^# /m);
  });

  test('can be read in a quarter of an hour', () => {
    expect(prose.split(/\s+/).length).toBeLessThanOrEqual(1100);
  });
});

test('every language asks the same predictions', () => {
  const asked = (locale: string, slug: string) =>
    predictionsIn(lessonSources.find((lesson) => lesson.id === `${locale}/${slug}`)?.body ?? '');
  for (const { locale, slug } of lessonSources) expect(asked(locale, slug)).toEqual(asked('en', slug));
});
