import { describe, expect, test } from 'vitest';
import { curriculum } from '../../src/exercises/load-exercise.ts';
import { type Fact, facts } from '../../src/site/facts/facts.ts';

const exercises = curriculum.flatMap((lesson) => lesson.exercises);
const texts = (fact: Fact) => [fact.topic, fact.talk, fact.documentation, fact.workshop];

test('each fact has an id of its own', () => {
  const ids = facts.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

describe.each(facts)('$id', (fact) => {
  test('says what both authorities say and what the workshop makes of it', () => {
    for (const text of texts(fact)) expect(text.en ?? '').not.toBe('');
    expect(['documented', 'talk', 'field', 'inferred']).toContain(fact.evidence);
  });

  test('has its sources', () => {
    expect(fact.sources.length).toBeGreaterThan(0);
    for (const { title, url, readOn } of fact.sources) {
      expect(title).not.toBe('');
      expect(url).toMatch(/^https:\/\/[^\s]+$/);
      expect(readOn ?? '2026-11-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test('names exercises that exist', () => {
    const named = texts(fact).flatMap(({ en = '' }) => en.match(/`((?:workflow|iam|network)-[a-z-]+|ship-it)`/g) ?? []);
    expect(named.filter((name) => !exercises.includes(name.replaceAll('`', '')))).toEqual([]);
  });
});
