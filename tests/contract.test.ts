import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AuthoredExercise, curriculum, gradable, loadExercise } from '../src/exercises/load-exercise.ts';
import {
  type Diagnostic,
  type Domain,
  type Files,
  type GradeReport,
  grade,
  lint,
  type SourceRange,
} from '../src/grading/index.ts';
import { loadChecks } from '../src/messages/index.ts';
import { renderReport } from '../src/report/index.ts';
import { anyText, hardTexts, nearly } from './contract/texts.ts';

/** What every grader promises, whatever it is given: a report, never an exception, in time, with every range inside its file. */

const exercises = curriculum.flatMap(({ exercises: ids }) => ids).map((id) => [id] as const);
const checks = await loadChecks('en');

/** One exercise of each kind of file: the large texts go to these, the small ones to all. */
const ofEachKind = ['iam-least-privilege', 'iam-oidc-trust', 'workflow-multi-platform', 'network-from-nothing'];
const smallTexts = hardTexts.filter(([, text]) => text.length < 50_000);

/** Reports with more are copied, but not compared: that takes longer than to grade. */
const comparedDiagnostics = 500;

/** Long enough for any honest text on a busy machine; a text of a megabyte that costs its square takes hours. */
const timeout = 20_000;

describe.each(exercises)('%s', (id) => {
  test.each(ofEachKind.includes(id) ? hardTexts : smallTexts)('reports on %s', { timeout }, async (_, text) => {
    const exercise = load(id);
    for (const file of exercise.files) await expectReport(exercise, { ...exercise.starter, [file]: text });
  });

  test('reports on any text', { timeout }, async () => {
    const exercise = load(id);
    await fc.assert(
      fc.asyncProperty(anyText, fc.nat(), async (text, pick) => {
        await expectReport(exercise, { ...exercise.starter, [fileAt(exercise, pick)]: text });
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  test('reports on a text that is being typed', { timeout: 2 * timeout }, async () => {
    const exercise = load(id);
    const answers = [exercise.starter, ...exercise.solutions.values(), ...exercise.mistakes.map(({ files }) => files)];
    const typed = fc.nat().chain((pick) => {
      const file = fileAt(exercise, pick);
      return fc.record({ file: fc.constant(file), text: nearly(answers.map((files) => files[file] ?? '')) });
    });
    await fc.assert(
      fc.asyncProperty(typed, async ({ file, text }) => {
        await expectReport(exercise, { ...exercise.starter, [file]: text });
      }),
      { seed: 11, numRuns: 80 },
    );
  });

  test('says the same of the same text, and changes nothing it is given', async () => {
    const exercise = load(id);
    const given = deepFrozen(structuredClone({ exercise: gradable(exercise), files: exercise.starter }));
    const first = await grade(given.exercise, given.files);
    expect(await grade(given.exercise, given.files)).toEqual(first);
  });

  test('judges a solution alike with line ends of Windows or blank lines at its end', async () => {
    const exercise = load(id);
    for (const solution of exercise.solutions.values()) {
      for (const change of [withWindowsLines, withBlankEnd]) {
        const files = Object.fromEntries(Object.entries(solution).map(([name, text]) => [name, change(text)]));
        expect((await grade(gradable(exercise), files)).verdict).toBe('passed');
      }
    }
  });

  test('reports that a file is missing', async () => {
    const exercise = load(id);
    const [gone = '', ...rest] = exercise.files;
    const files = Object.fromEntries(rest.map((name) => [name, exercise.starter[name] ?? '']));
    const report = await expectReport(exercise, files);
    expect(report.verdict).toBe('unreadable');
    expect(report.diagnostics).toContainEqual(
      expect.objectContaining({ message: { code: 'core/missing-file', params: { file: gone } } }),
    );
  });
});

describe.each([
  ['iam', 'policy.json'],
  ['iam', 'trust-policy.json'],
  ['workflow', 'push.yml'],
  ['workflow', 'some-other-name.yaml'],
  ['network', 'endpoints.yaml'],
  ['network', 'some-other-name.json'],
] as const)('lint %s on %s', (domain, file) => {
  test('says something of any text', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(anyText, (text) => expectDiagnostics(domain, file, text)),
      { seed: 3, numRuns: 60 },
    );
  });

  test.each(smallTexts)('says something of %s', { timeout }, async (_, text) => {
    await expectDiagnostics(domain, file, text);
  });
});

async function expectReport(exercise: AuthoredExercise, files: Files): Promise<GradeReport> {
  const report = await grade(gradable(exercise), files);
  expect(report.exercise).toBe(exercise.id);
  expect(report.goals.map((goal) => goal.id)).toEqual(exercise.goals.map((goal) => goal.id));
  expectRangesInside(rangesOf(report.diagnostics), files, exercise.files);
  expectRangesInside(
    report.trace.flatMap((step) => step.decidedBy),
    files,
    exercise.files,
  );
  // What crosses from the worker to the page is plain data, and can be put into words.
  const crossed = structuredClone(report);
  if (report.diagnostics.length < comparedDiagnostics) expect(crossed).toEqual(report);
  renderReport(report, files, {}, checks);
  return report;
}

async function expectDiagnostics(domain: Domain, file: string, text: string): Promise<void> {
  expectRangesInside(rangesOf(await lint(domain, { [file]: text })), { [file]: text }, [file]);
}

function rangesOf(diagnostics: readonly Diagnostic[]): readonly SourceRange[] {
  return diagnostics.flatMap(({ range, related, fixes }) => [
    range,
    ...related,
    ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.range)),
  ]);
}

/** Every range lies in a file of the submission, and does not begin or end inside it where there is nothing. */
function expectRangesInside(ranges: readonly SourceRange[], files: Files, known: readonly string[]): void {
  const strays = ranges.filter(({ file, start, end }) => {
    const length = (files[file] ?? '').length;
    return !known.includes(file) || !Number.isInteger(start) || start < 0 || start > end || end > length;
  });
  expect(strays).toEqual([]);
}

function load(id: string): AuthoredExercise {
  const exercise = loadExercise(id);
  if (exercise === undefined) throw new Error(`The curriculum does not name ${id}`);
  return exercise;
}

function fileAt({ files }: AuthoredExercise, pick: number): string {
  return files[pick % files.length] ?? '';
}

function withWindowsLines(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}

function withBlankEnd(text: string): string {
  return `${text}\n\n`;
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFrozen(member);
  }
  return value;
}
