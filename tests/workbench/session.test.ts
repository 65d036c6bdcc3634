import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Files } from '../../src/grading/index.ts';
import { openSession } from '../../src/workbench/session.ts';
import type { Graded, GraderClient } from '../../src/worker/client.ts';

const exercise = {
  exercise: { id: 'x', domain: 'iam' as const, files: ['policy.json'], goals: [], scenario: {} },
  goalTexts: {},
};
const report = { exercise: 'x', verdict: 'failed' as const, goals: [], diagnostics: [], trace: [] };
const files = (text: string): Files => ({ 'policy.json': text });

function clientOf(answer: (files: Files) => Graded) {
  const asked: string[] = [];
  const client: GraderClient = {
    warm: () => undefined,
    dispose: () => undefined,
    grade: async (_, given) => {
      asked.push(given['policy.json'] ?? '');
      return answer(given);
    },
  };
  return { client, asked };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a session', () => {
  it('checks once the typing pauses', async () => {
    const { client, asked } = clientOf(() => ({ kind: 'report', report }));
    const session = openSession(exercise, client, { isOnline: () => true });
    session.edited(files('1'));
    await vi.advanceTimersByTimeAsync(200);
    session.edited(files('12'));
    await vi.advanceTimersByTimeAsync(249);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual(['12']);
    expect(session.state()).toMatchObject({ phase: 'report', report, files: files('12'), asked: false });
  });

  it('checks at once when asked, and drops the check that waits', async () => {
    const { client, asked } = clientOf(() => ({ kind: 'report', report }));
    const session = openSession(exercise, client, { isOnline: () => true });
    session.edited(files('1'));
    await session.check(files('2'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual(['2']);
    expect(session.state().asked).toBe(true);
  });

  it.each([
    [{ kind: 'timed-out' }, true, 'timed-out'],
    [{ kind: 'crashed' }, true, 'crashed'],
    [{ kind: 'crashed' }, false, 'offline'],
  ] as const)('after %j, online: %j, is %j and keeps the report before', async (graded, online, phase) => {
    const answers: Graded[] = [{ kind: 'report', report }, graded];
    const { client } = clientOf(() => answers.shift() ?? graded);
    const session = openSession(exercise, client, { isOnline: () => online });
    await session.check(files('1'));
    await session.check(files('2'));
    expect(session.state()).toMatchObject({ phase, report, files: files('1') });
  });

  it('is loading before the first report, and checking after it', async () => {
    const { client } = clientOf(() => ({ kind: 'report', report }));
    const session = openSession(exercise, client, { isOnline: () => true });
    const phases: string[] = [];
    session.subscribe(({ phase }) => phases.push(phase));
    await session.check(files('1'));
    await session.check(files('2'));
    expect(phases).toEqual(['loading', 'report', 'checking', 'report']);
  });
});
