import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { GradeReport } from '../../../src/grading/core/types.ts';
import { gradeText, type WorkflowExercise } from './grade-case.ts';
import { touchedLines } from './touched-lines.ts';
import { type Variant, variants, wholes } from './variants.ts';

const exerciseOf: Readonly<Record<string, WorkflowExercise>> = {
  'good-quoted-on': 'workflow-multi-platform',
  'good-cli-get-login-password': 'workflow-four-steps',
  'good-docker-login': 'workflow-docker-login',
  'good-talk-four-steps': 'workflow-four-steps',
  'good-github-env': 'workflow-four-steps',
  'good-metadata-tags': 'workflow-multi-platform',
  'good-outputs-between-jobs': 'workflow-multi-platform',
};

function textOf({ id, base, edits }: Variant): string {
  let text = readFileSync(`tests/cases/workflow/${base}.yml`, 'utf8');
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`${id}: ${base} has no ${JSON.stringify(from)}`);
    text = text.replace(from, () => to);
  }
  return text;
}

function judge(
  report: GradeReport,
  text: string,
  expected: Variant['expect'],
  at: string | undefined,
  to: string | undefined = at,
): void {
  const remarks = report.diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(
      ({ message, severity, range }) =>
        `${severity} ${message.code} ${JSON.stringify(text.slice(range.start, range.end).slice(0, 60))}`,
    );
  const summary = `${report.verdict}\n${remarks.join('\n')}\n${report.goals.map(({ id, state }) => `${id} ${state}`).join(', ')}`;
  if (expected === 'fail') {
    expect(report.verdict, summary).not.toBe('passed');
    expect(
      remarks.some((remark) => remark.startsWith('error')),
      `a red verdict points at a place\n${summary}`,
    ).toBe(true);
  } else expect(report.verdict, summary).toBe('passed');
  if (expected === 'pass') expect(remarks, summary).toEqual([]);
  if (expected === 'warn')
    expect(
      remarks.some((remark) => remark.startsWith('warning')),
      summary,
    ).toBe(true);
  if (at === undefined || to === undefined) return;
  const [first, last] = [at, to].map((piece) => text.slice(0, text.indexOf(piece)).split('\n').length);
  const touched = touchedLines(report, text);
  expect(
    touched.some((line) => line >= (first ?? 0) && line <= (last ?? 0)),
    `line ${first} to ${last}, touched ${[...new Set(touched)].join(', ')}\n${summary}`,
  ).toBe(true);
}

test.each(variants.map((variant) => [variant.id, variant] as const))('%s', (_, variant) => {
  const text = textOf(variant);
  judge(
    gradeText(variant.exercise ?? exerciseOf[variant.base] ?? 'workflow-multi-platform', text),
    text,
    variant.expect,
    variant.at,
  );
});

test.each(wholes.map((whole) => [whole.id, whole] as const))('%s', (_, { text, expect: expected, at }) => {
  judge(gradeText('workflow-multi-platform', text), text, expected, at);
});

/** Variants as data: the same as above, or a whole text. `at` and `to` are pieces on the first and the last line that may be touched. */
interface Recorded {
  readonly id: string;
  readonly base?: string;
  readonly text?: string;
  readonly edits?: Variant['edits'];
  readonly expect: Variant['expect'];
  readonly at?: string;
  readonly to?: string;
}

const recorded: readonly Recorded[] = JSON.parse(readFileSync('tests/cases/workflow/variants.json', 'utf8'));

test.each(recorded.map((each) => [each.id, each] as const))('%s', (id, { base, text, edits = [], ...expected }) => {
  const whole = text ?? textOf({ id, base: base ?? '', edits, expect: expected.expect });
  const exercise = exerciseOf[base ?? ''] ?? 'workflow-multi-platform';
  judge(gradeText(exercise, whole), whole, expected.expect, expected.at, expected.to);
});
