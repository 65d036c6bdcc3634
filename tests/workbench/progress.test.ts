import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lessonMark, type Progress, readProgress, record, resumeAt, subscribe } from '../../src/workbench/progress.ts';

beforeEach(() => {
  const map = new Map<string, string>();
  vi.stubGlobal('window', {
    localStorage: {
      getItem: (key: string) => map.get(key) ?? null,
      setItem: (key: string, value: string) => map.set(key, value),
      removeItem: (key: string) => map.delete(key),
    },
  });
  return () => vi.unstubAllGlobals();
});

describe('progress', () => {
  it('only goes up', () => {
    record('a', 'passed', { attempts: 2 });
    record('a', 'seen');
    record('a', 'trying');
    expect(readProgress().exercises['a']).toMatchObject({ state: 'passed', attempts: 2, revealed: false });
  });

  it('tells its listeners, and stops when asked', () => {
    const heard = vi.fn();
    const stop = subscribe(heard);
    record('a', 'seen');
    stop();
    record('a', 'trying');
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('remembers what was worked on, not what was only seen', () => {
    record('a', 'trying');
    record('b', 'seen');
    expect(readProgress().last).toBe('a');
  });
});

describe('marks', () => {
  const progress = (
    states: Record<string, 'seen' | 'skipped' | 'trying' | 'passed'>,
    last: string | null = null,
  ): Progress => ({
    last,
    exercises: Object.fromEntries(
      Object.entries(states).map(([id, state]) => [id, { state, attempts: 0, revealed: false, changedAt: 0 }]),
    ),
  });

  it.each([
    [{}, null],
    [{ a: 'seen' }, null],
    [{ a: 'trying' }, 'trying'],
    [{ a: 'passed' }, 'trying'],
    [{ a: 'passed', b: 'passed' }, 'passed'],
  ] as const)('of %j is %j', (states, mark) => {
    expect(lessonMark(['a', 'b'], progress(states))).toBe(mark);
  });

  it('of a lesson without exercises is none', () => {
    expect(lessonMark([], progress({}))).toBeNull();
  });

  it.each([
    [{}, null, 'a'],
    [{ a: 'trying' }, 'a', 'a'],
    [{ a: 'passed' }, 'a', 'b'],
    [{ b: 'passed' }, 'b', 'c'],
    [{ b: 'passed', c: 'skipped' }, 'b', 'a'],
    [{ a: 'passed', b: 'passed', c: 'passed' }, 'c', null],
  ] as const)('with %j and last %j one goes on at %j', (states, last, expected) => {
    expect(resumeAt(['a', 'b', 'c'], progress(states, last))).toBe(expected);
  });
});
