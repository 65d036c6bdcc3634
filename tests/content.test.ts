import { describe, expect, test } from 'vitest';
import { type AuthoredExercise, curriculum, gradable, loadExercise } from '../src/exercises/load-exercise.ts';
import { type Files, type GradeReport, grade } from '../src/grading/index.ts';
import { type Locale, locales } from '../src/messages/index.ts';

/** Content proves itself: every exercise shows that its goals can be met in several ways and missed in many. */

const ids = curriculum.flatMap(({ exercises }) => exercises);
const folders = Object.keys(import.meta.glob('/content/exercises/*/exercise.yaml')).map((path) => path.split('/')[3]);
const lessons = Object.keys(import.meta.glob('/content/lessons/*/*.mdx'));

test('the curriculum names every exercise once, and nothing else', () => {
  expect(ids.toSorted()).toEqual(folders.toSorted());
});

test.each(locales.filter((locale) => lessons.some((path) => path.includes(`/${locale}/`))))(
  'the lessons in %s are those of the curriculum',
  (locale) => {
    const expected = curriculum.map(({ slug }) => `/content/lessons/${locale}/${slug}.mdx`);
    const found = lessons.filter((path) => path.startsWith(`/content/lessons/${locale}/`));
    expect(found.toSorted()).toEqual(expected.toSorted());
  },
);

describe.each(ids)('%s', (id) => {
  test('can be loaded', () => {
    expect(load(id).files.length).toBeGreaterThan(0);
  });

  test('does not pass with its starter', async () => {
    const { starter } = load(id);
    expect((await gradeAnswer(id, starter)).verdict).not.toBe('passed');
  });

  test('passes with each of at least two solutions', async () => {
    const { solutions } = load(id);
    expect(solutions.size).toBeGreaterThanOrEqual(2);
    for (const [name, files] of solutions) {
      const { verdict, goals, diagnostics } = await gradeAnswer(id, files);
      expect({ name, verdict, unmet: unmet(goals), errors: errorsIn(diagnostics) }).toEqual({
        name,
        verdict: 'passed',
        unmet: [],
        errors: [],
      });
    }
    expect(new Set([...solutions.values()].map((files) => JSON.stringify(files))).size).toBe(solutions.size);
  });

  test('knows what each of at least four mistakes misses and raises', async () => {
    const { mistakes } = load(id);
    expect(mistakes.length).toBeGreaterThanOrEqual(4);
    const found = [];
    for (const { name, files } of mistakes) found.push({ name, ...(await outcomeOf(id, files)) });
    const expected = mistakes.map(({ name, misses, raises }) => ({
      name,
      misses: misses.toSorted(),
      raises: raises.toSorted(),
    }));
    expect(found).toEqual(expected);
  });

  test('has no mistake that passes', async () => {
    for (const { name, files } of load(id).mistakes) {
      expect({ name, verdict: (await gradeAnswer(id, files)).verdict }).not.toEqual({ name, verdict: 'passed' });
    }
  });

  test('has no two mistakes for one reason', async () => {
    const { mistakes } = load(id);
    const reasons = mistakes.map(({ files }) => JSON.stringify(files));
    expect(new Set(reasons).size).toBe(reasons.length);
  });

  test('has no goal that every recorded answer meets', async () => {
    const { starter, mistakes, goals } = load(id);
    const missed = new Set<string>();
    for (const files of [starter, ...mistakes.map((mistake) => mistake.files)]) {
      for (const goal of unmet((await gradeAnswer(id, files)).goals)) missed.add(goal);
    }
    expect(goals.map((goal) => goal.id).filter((goal) => !missed.has(goal))).toEqual([]);
  });

  test('leaves no recorded answer undecided', async () => {
    const { starter, solutions, mistakes } = load(id);
    for (const files of [starter, ...solutions.values(), ...mistakes.map((mistake) => mistake.files)]) {
      const { verdict, trace } = await gradeAnswer(id, files);
      expect(verdict).not.toBe('undecided');
      expect(trace.filter(({ outcome }) => outcome === 'unknown').map(({ operation }) => operation)).toEqual([]);
    }
  });

  test('has words for every goal and solution, and the same keys in every language', () => {
    const { texts, goals, solutions } = load(id);
    expect(texts.en).toBeDefined();
    for (const text of Object.values(texts)) {
      expect(Object.keys(text.goals).toSorted()).toEqual(goals.map((goal) => goal.id).toSorted());
      expect(Object.keys(text.solutions).toSorted()).toEqual([...solutions.keys()].toSorted());
      expect(text.hints).toHaveLength(3);
    }
  });

  test('has no hint that gives a whole solution away', () => {
    const { texts, solutions } = load(id);
    const answers = [...solutions.values()].flatMap((files) => Object.values(files)).map(withoutSpace);
    for (const text of Object.values(texts)) {
      for (const { snippet } of text.hints) {
        if (snippet !== undefined) expect(answers).not.toContain(withoutSpace(snippet));
      }
    }
  });

  test('speaks of operations that its run has', async () => {
    const { starter, solutions, goals } = load(id);
    const seen = new Set<string>();
    for (const files of [starter, ...solutions.values()]) {
      for (const { operation } of (await gradeAnswer(id, files)).trace) seen.add(operation);
    }
    const named = goals.flatMap((goal) => ('operations' in goal ? goal.operations : []));
    expect(named.filter((operation) => !seen.has(operation))).toEqual([]);
  });
});

test('every language that has lessons has the words of every exercise', () => {
  const published = locales.filter((locale) => lessons.some((path) => path.includes(`/${locale}/`)));
  const missing = published.flatMap((locale: Locale) => ids.filter((id) => load(id).texts[locale] === undefined));
  expect(missing).toEqual([]);
});

function load(id: string): AuthoredExercise {
  const exercise = loadExercise(id);
  if (exercise === undefined) throw new Error(`The curriculum does not name ${id}`);
  return exercise;
}

/** Reports by exercise and answer: several tests look at the same ones. */
const reports = new Map<string, Promise<GradeReport>>();

function gradeAnswer(id: string, files: Files): Promise<GradeReport> {
  const key = JSON.stringify([id, files]);
  const report = reports.get(key) ?? grade(gradable(load(id)), files);
  reports.set(key, report);
  return report;
}

async function outcomeOf(id: string, files: Files) {
  const { goals, diagnostics } = await gradeAnswer(id, files);
  return { misses: unmet(goals).toSorted(), raises: [...new Set(diagnostics.map((d) => d.message.code))].toSorted() };
}

/** Goals that the answer does not meet; those of a text that nobody could read count as well. */
function unmet(goals: GradeReport['goals']): readonly string[] {
  return goals.filter(({ state }) => state !== 'met').map(({ id }) => id);
}

function errorsIn(diagnostics: GradeReport['diagnostics']): readonly string[] {
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.code);
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
