import { expect, test } from 'vitest';
import { gradeWith, inTextOrder } from '../../../src/grading/core/pipeline.ts';
import type { Diagnostic, Exercise, Grader } from '../../../src/grading/core/types.ts';
import { message } from '../../../src/messages/index.ts';

const source = { url: 'https://example.com/', readOn: '2026-11-24', evidence: 'documented' } as const;

function diagnosticAt(start: number, severity: Diagnostic['severity'] = 'error'): Diagnostic {
  const range = { file: 'a', start, end: start + 1 };
  return { message: message('core/empty-file', { file: 'a' }), severity, range, related: [], source, fixes: [] };
}

const exercise: Exercise = { id: 'x', domain: 'iam', files: ['a'], scenario: null, goals: [{ id: 'g', absent: [] }] };

function graderThat(refused: boolean): Grader<string, unknown> {
  return {
    parse: (files) => ({ document: files['a'] ?? null, refused, diagnostics: [diagnosticAt(5)] }),
    lint: () => [diagnosticAt(1, 'info')],
    simulate: () => ({ trace: [], diagnostics: [diagnosticAt(1, 'warning')] }),
  };
}

test('a refused text is linted, not simulated, and its goals are unknown', () => {
  const report = gradeWith(graderThat(true), exercise, { a: 'text' });
  expect(report.verdict).toBe('unreadable');
  expect(report.goals).toEqual([{ id: 'g', state: 'unknown' }]);
  expect(report.diagnostics.map(({ severity }) => severity)).toEqual(['info', 'error']);
});

test('a text without a document keeps what the parser said', () => {
  const report = gradeWith(graderThat(false), exercise, {});
  expect(report.verdict).toBe('unreadable');
  expect(report.diagnostics).toHaveLength(1);
});

test('what parsing, rules and run find stands in the order of the text, the graver first', () => {
  const report = gradeWith(graderThat(false), exercise, { a: 'text' });
  expect(report.diagnostics.map(({ range, severity }) => [range.start, severity])).toEqual([
    [1, 'warning'],
    [1, 'info'],
    [5, 'error'],
  ]);
  expect(inTextOrder([])).toEqual([]);
});
