import { describe, expect, it } from 'vitest';
import { arrangeRun, type ReportedStep } from '../../src/report/index.ts';
import { isWanted, stateOf, stepsDecidedAt, summarise } from '../../src/workbench/run.ts';

const step = (operation: string, change: Partial<ReportedStep> = {}): ReportedStep => ({
  operation,
  kind: 'attempt',
  group: 'push',
  call: operation,
  outcome: 'allowed',
  code: 'iam/allowed',
  message: '',
  why: '',
  said: '',
  stops: true,
  evidence: 'documented',
  source: 'https://example.org',
  decidedBy: [],
  ...change,
});

describe('a run', () => {
  it('stops at the first refusal that stops the real client', () => {
    const run = arrangeRun([
      step('cache', { outcome: 'denied', stops: false }),
      step('upload', { group: 'layers', outcome: 'denied' }),
      step('index', { group: 'layers', outcome: 'denied' }),
      step('delete', { kind: 'probe' }),
    ]);
    expect(run.stop?.step.operation).toBe('upload');
    expect(run.groups.flatMap(({ steps }) => steps.map(({ reached }) => reached))).toEqual([true, true, false]);
    expect(run.probes.map(({ step: { operation }, reached }) => [operation, reached])).toEqual([['delete', true]]);
  });

  it('stops at what is not decided, but never at a probe', () => {
    expect(arrangeRun([step('a', { outcome: 'unknown' }), step('b')]).stop?.index).toBe(0);
    expect(arrangeRun([step('a', { kind: 'probe', outcome: 'denied' }), step('b')]).stop).toBeNull();
  });

  it('counts the refusal below the line of a workflow’s step as reached, and says what is only repeated once', () => {
    const line = step('step', { call: 'uses: push', outcome: 'denied', message: 'the registry refuses' });
    const { groups, stop } = arrangeRun([
      line,
      step('build'),
      step('head', { outcome: 'denied', message: 'no statement allows it' }),
      step('put', { outcome: 'denied', message: 'no statement allows that' }),
      step('push-image', { outcome: 'denied', message: line.message }),
      step('step', { call: 'uses: next' }),
    ]);
    expect(stop?.step.operation).toBe('step');
    expect(
      groups.map(({ steps }) => steps.map(({ step: { operation }, reached }) => `${operation}:${reached}`)),
    ).toEqual([['step:true', 'build:true', 'head:true', 'put:false'], ['step:false']]);
  });

  it('leaves out what a failed step never comes to', () => {
    const failed = { outcome: 'denied', message: 'no token' } as const;
    const { groups } = arrangeRun([step('step', failed), step('assume', failed), step('other', { group: 'later' })]);
    expect(groups.map(({ steps }) => steps.map(({ step: { operation }, reached }) => [operation, reached]))).toEqual([
      [['step', true]],
      [['other', false]],
    ]);
  });

  it('lists a call once that two operations are about', () => {
    const [group] = arrangeRun([
      step('login', { call: 'docker login' }),
      step('other', { call: 'docker login' }),
    ]).groups;
    expect(group?.steps).toHaveLength(1);
  });

  it('knows the first refusal for each reason', () => {
    const refused = (operation: string, message: string) =>
      step(operation, { outcome: 'denied', stops: false, message });
    const { groups } = arrangeRun([refused('a', 'x'), refused('b', 'x'), refused('c', 'y')]);
    expect(groups.flatMap(({ steps }) => steps.map(({ isNews }) => isNews))).toEqual([true, false, true]);
  });

  it('keeps neighbours of one group together, and a group that comes back apart', () => {
    const groups = arrangeRun([step('1'), step('2'), step('3', { group: 'x' }), step('4')]).groups;
    expect(groups.map(({ title, steps }) => `${title}:${steps.length}`)).toEqual(['push:2', 'x:1', 'push:1']);
  });

  it.each([
    [['allowed', 'denied'], 'denied'],
    [['allowed', 'unknown'], 'unknown'],
    [['skipped', 'allowed'], 'allowed'],
    [['skipped'], 'skipped'],
  ] as const)('of %j comes to %j', (outcomes, state) => {
    const [group] = arrangeRun(outcomes.map((outcome) => step('a', { outcome, stops: false }))).groups;
    expect(group && stateOf(group)).toBe(state);
  });

  it('leaves what comes after the stop unreached', () => {
    const { groups } = arrangeRun([step('a', { outcome: 'denied' }), step('b', { group: 'later' })]);
    expect(groups.map(stateOf)).toEqual(['denied', 'unreached']);
  });
});

describe('a report', () => {
  it('is summed up by its goals, its worst problem and its first refusal', () => {
    const place = { line: 1, column: 1, offset: 0 };
    const problem = {
      code: 'x/y',
      severity: 'warning' as const,
      message: 'warned',
      why: '',
      fix: '',
      file: 'f',
      start: place,
      end: place,
      related: [],
      evidence: 'documented' as const,
      source: '',
      fixes: [],
    };
    const summary = summarise({
      exercise: 'x',
      verdict: 'failed',
      goals: [
        { id: 'a', state: 'met', message: '' },
        { id: 'b', state: 'unmet', message: '' },
      ],
      diagnostics: [problem, { ...problem, severity: 'error', message: 'wrong' }],
      trace: [step('a', { outcome: 'denied', stops: false }), step('b', { outcome: 'denied' })],
    });
    expect(summary).toMatchObject({
      met: 1,
      all: 2,
      errors: 1,
      firstProblem: { message: 'wrong' },
      firstRefusal: { operation: 'a' },
    });
  });

  it('knows which steps a place in the text decides', () => {
    const trace = [
      step('a', { decidedBy: [{ file: 'f', start: 5, end: 9 }] }),
      step('b', { decidedBy: [{ file: 'g', start: 5, end: 9 }] }),
    ];
    expect(stepsDecidedAt(trace, 'f', 9, 9)).toEqual([0]);
    expect(stepsDecidedAt(trace, 'f', 10, 10)).toEqual([]);
  });

  it('knows what a goal wants of a probe', () => {
    const goals = [{ id: 'g', operations: ['delete'], outcome: 'denied' as const }];
    expect(isWanted(step('delete', { outcome: 'denied' }), goals)).toBe(true);
    expect(isWanted(step('delete'), goals)).toBe(false);
    expect(isWanted(step('other'), goals)).toBeNull();
  });
});
