import { describe, expect, test } from 'vitest';
import { judge, verdictOf } from '../../../src/grading/core/judge.ts';
import type { Diagnostic, Goal, Outcome, Severity, TraceStep } from '../../../src/grading/core/types.ts';
import { message } from '../../../src/messages/index.ts';

const source = { url: 'https://example.com/', readOn: '2026-11-24', evidence: 'documented' } as const;

function step(operation: string, outcome: Outcome): TraceStep {
  const said = message('core/missing-file', { file: 'policy.json' });
  return {
    operation,
    outcome,
    kind: 'attempt',
    group: '',
    call: '',
    message: said,
    said: '',
    stops: true,
    source,
    decidedBy: [],
  };
}

function diagnostic(severity: Severity): Diagnostic {
  const range = { file: 'policy.json', start: 0, end: 0 };
  return {
    message: message('core/empty-file', { file: 'policy.json' }),
    severity,
    range,
    related: [],
    source,
    fixes: [],
  };
}

const push: Goal = { id: 'push', operations: ['upload', 'put'], outcome: 'allowed' };

describe('a goal on operations', () => {
  test.each([
    ['all have the outcome', [step('upload', 'allowed'), step('put', 'allowed')], 'met'],
    [
      'one step of several under one id differs',
      [step('upload', 'allowed'), step('upload', 'denied'), step('put', 'allowed')],
      'unmet',
    ],
    ['one never occurs', [step('upload', 'allowed')], 'unmet'],
    ['one is skipped', [step('upload', 'allowed'), step('put', 'skipped')], 'unmet'],
    ['one is unknown', [step('upload', 'allowed'), step('put', 'unknown')], 'unknown'],
    ['one is unknown and one is denied', [step('upload', 'denied'), step('put', 'unknown')], 'unmet'],
  ] as const)('when %s', (_, trace, expected) => {
    expect(judge([push], trace, [])).toEqual([{ id: 'push', state: expected }]);
  });
});

test('a goal on absent codes is unmet by a diagnostic of any severity', () => {
  const goal: Goal = { id: 'nothing-more', absent: ['core/empty-file'] };
  expect(judge([goal], [], [])[0]?.state).toBe('met');
  expect(judge([goal], [], [diagnostic('info')])[0]?.state).toBe('unmet');
});

describe('the verdict', () => {
  test.each([
    ['all met', ['met', 'met'], [], 'passed'],
    ['all met, with a warning', ['met'], ['warning'], 'passed'],
    ['all met, with an error', ['met'], ['error'], 'failed'],
    ['one unknown', ['met', 'unknown'], [], 'undecided'],
    ['one unknown, one unmet', ['unmet', 'unknown'], [], 'failed'],
    ['one unknown, with an error', ['unknown'], ['error'], 'failed'],
  ] as const)('with %s', (_, states, severities, expected) => {
    const goals = states.map((state, index) => ({ id: String(index), state }));
    expect(verdictOf(goals, severities.map(diagnostic))).toBe(expected);
  });
});
