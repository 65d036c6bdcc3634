import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { validate as isScenario } from '../../../src/grading/network/scenario.schema.json?ajv';
import { codesOf, exerciseNamed, grade, scenarios } from './submissions.ts';

const files = import.meta.glob('/content/exercises/network-*/**/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;

test.each([...scenarios])('the scenario %s has its shape', (_name, scenario) => {
  expect(isScenario(scenario), JSON.stringify(isScenario.errors)).toBe(true);
});

describe.each(['network-fargate-endpoints', 'network-security-groups', 'network-from-nothing'])('%s', (id) => {
  const answers = Object.entries(files).flatMap(([path, text]) => {
    const match = new RegExp(`/${id}/(starter|solutions|mistakes)/(?:([^/]+)/)?endpoints.yaml$`).exec(path);
    return match === null ? [] : [{ kind: match[1], name: match[2] ?? 'starter', text, path }];
  });

  test.each(answers.filter(({ kind }) => kind === 'solutions'))('the solution $name passes', ({ text }) => {
    const report = grade(id, text);
    expect(report.verdict, codesOf(report).join()).toBe('passed');
  });

  test.each(answers.filter(({ kind }) => kind === 'mistakes'))(
    'the mistake $name misses what it says',
    ({ text, path }) => {
      const expected = parse(files[path.replace('endpoints.yaml', 'expect.yaml')] ?? '') as {
        misses: string[];
        raises: string[];
      };
      const report = grade(id, text);
      expect(report.goals.filter(({ state }) => state !== 'met').map((goal) => goal.id)).toEqual(expected.misses);
      expect(new Set(codesOf(report))).toEqual(new Set(expected.raises));
    },
  );

  test('the starter fails, nothing is undecided, and each goal is missed by some answer', () => {
    const wrong = answers.filter(({ kind }) => kind !== 'solutions').map(({ text }) => grade(id, text));
    expect(wrong.map(({ verdict }) => verdict)).toEqual(wrong.map(() => 'failed'));
    const missed = new Set(
      wrong.flatMap(({ goals }) => goals.filter(({ state }) => state === 'unmet').map((goal) => goal.id)),
    );
    expect([...missed].toSorted()).toEqual(
      exerciseNamed(id)
        .goals.map((goal) => goal.id)
        .toSorted(),
    );
  });
});
