import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gradeText, type WorkflowExercise } from './grade-case.ts';
import { touchedLines } from './touched-lines.ts';

interface Expected {
  readonly exercise: WorkflowExercise;
  readonly expect: 'pass' | 'warn' | 'note' | 'fail';
  readonly line?: number;
  readonly to?: number;
}

const folder = 'tests/cases/workflow';
const cases = Object.entries(JSON.parse(readFileSync(`${folder}/expect.json`, 'utf8')) as Record<string, Expected>);

test('every case file has an expectation', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));
  expect(files.map((name) => name.replace('.yml', '')).sort()).toEqual(cases.map(([id]) => id).sort());
});

test.each(cases)('%s', (id, { exercise, expect: expected, line, to = line }) => {
  const text = readFileSync(`${folder}/${id}.yml`, 'utf8');
  const report = gradeText(exercise, text);
  const remarks = report.diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(
      ({ message, severity, range }) =>
        `${severity} ${message.code} ${JSON.stringify(text.slice(range.start, range.end).slice(0, 60))}`,
    );
  if (expected === 'fail') expect(report.verdict, remarks.join('\n')).not.toBe('passed');
  else expect(report.verdict, remarks.join('\n')).toBe('passed');
  if (expected === 'pass') expect(remarks).toEqual([]);
  if (expected === 'warn') expect(remarks.some((remark) => remark.startsWith('warning'))).toBe(true);
  if (line === undefined || to === undefined) return;
  const touched = touchedLines(report, text);
  expect(
    touched.some((each) => each >= line && each <= to),
    `touches ${[...new Set(touched)].join(', ')}\n${remarks.join('\n')}`,
  ).toBe(true);
});
