import { describe, expect, test } from 'vitest';
import { gradable, loadExercise } from '../src/exercises/load-exercise.ts';
import {
  type Check,
  checksOf,
  type Diagnostic,
  type Domain,
  domains,
  type Files,
  grade,
  lint,
} from '../src/grading/index.ts';

/** Every check shows by its own example that it fires, and that a text as like it as can be is left in peace. */

const ruleFiles = Object.keys(import.meta.glob('/src/grading/*/rules/*.ts'));
const all = await Promise.all(domains.map(async (domain) => ({ domain, checks: await checksOf(domain) })));
const fileOfDomain: Readonly<Record<Domain, string>> = {
  iam: 'policy.json',
  workflow: 'push.yml',
  network: 'endpoints.yaml',
};

test('every domain has checks', () => {
  const withRules = new Set(ruleFiles.map((path) => path.split('/')[3]));
  expect(all.map(({ domain }) => domain)).toEqual(expect.arrayContaining([...withRules]));
});

test('no code has two checks', () => {
  const codes = all.flatMap(({ checks }) => checks.map(({ code }) => code));
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

describe.each(all)('$domain', ({ domain, checks }) => {
  test.each(checks)(
    '$code fires on its failing example, as severe as it says, and not on its passing one',
    async (check) => {
      const { fails, passes } = check.example;
      const fired = (await diagnose(domain, check, fails)).filter((found) => found.message.code === check.code);
      expect(fired.map(({ severity }) => severity)).toContain(check.severity);
      for (const { range } of fired) {
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(range.end).toBeLessThanOrEqual(
          Math.max(fails.length, range.file === fileOf(domain, check) ? 0 : Infinity),
        );
      }
      const inPeace = await diagnose(domain, check, passes);
      expect(inPeace.map((found) => found.message.code)).not.toContain(check.code);
    },
  );

  test.each(checks)('$code cites a source that can be opened, and when it was read', ({ source }) => {
    expect(() => new URL(source.url)).not.toThrow();
    expect(source.url).toMatch(/^https:\/\//);
    expect(source.readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test('codes carry the name of their domain', () => {
    const strays = checks.filter(({ code }) => !code.startsWith(`${domain}/`) && !code.startsWith('core/'));
    expect(strays.map(({ code }) => code)).toEqual([]);
  });
});

/** What is said of an example: in the run of its exercise where it names one, else of the text as it stands. */
async function diagnose(domain: Domain, check: Check, text: string): Promise<readonly Diagnostic[]> {
  const { exercise: id, beside = {} } = check.example;
  const file = fileOf(domain, check);
  if (id === undefined) return lint(domain, { [file]: text, ...beside });
  const exercise = loadExercise(id);
  if (exercise === undefined) throw new Error(`${check.code}: there is no exercise ${id}`);
  const [solution] = exercise.solutions.values();
  const [only] = exercise.files;
  const others: Files = exercise.files.length > 1 ? (solution ?? exercise.starter) : {};
  const name = exercise.files.includes(file) ? file : (only ?? file);
  return (await grade(gradable(exercise), { ...others, [name]: text, ...beside })).diagnostics;
}

function fileOf(domain: Domain, { example }: Check): string {
  return example.file ?? fileOfDomain[domain] ?? '';
}
