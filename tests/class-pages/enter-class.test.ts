import { describe, expect, test } from 'vitest';
import { enterClass, type Passing, patienceMs, type Welcome } from '../../src/class-pages/join/enter-class.ts';
import type { LearnerState } from '../../src/classroom/learner/types.ts';
import { ConnectionError, type ConnectionFault, type ConnectionStatus } from '../../src/classroom/transport.ts';
import { openTestClock } from '../classroom/world.ts';

/** A join whose connection does what the test says. */
function openAttempt() {
  const clock = openTestClock();
  const said: Passing[] = [];
  let state = { phase: 'waiting', connection: 'off' } as LearnerState;
  let listener = (_state: LearnerState): void => undefined;
  let [resolve, reject] = [(): void => undefined, (_error: Error): void => undefined];
  const joined = new Promise<void>((yes, no) => {
    [resolve, reject] = [yes, no];
  });
  let welcome: Welcome | null = null;
  const entering = enterClass(
    {
      join: () => joined,
      state: () => state,
      subscribe: (next) => {
        listener = next;
        return () => undefined;
      },
    },
    clock,
    (passing) => said.push(passing),
  ).then((came) => {
    welcome = came;
    return came;
  });
  const become = (change: Partial<LearnerState>): void => {
    state = { ...state, ...change };
    listener(state);
  };
  return {
    said,
    clock,
    entering,
    welcome: () => welcome,
    speak: () => become({ phase: 'in' }),
    connection: (connection: ConnectionStatus) => become({ connection }),
    open: () => {
      become({ connection: 'open' });
      resolve();
    },
    fail: async (fault: ConnectionFault) => {
      become({ connection: fault === 'refused' ? 'refused' : 'retrying' });
      reject(new ConnectionError(fault));
      await joined.catch(() => undefined);
    },
  };
}

describe('a join', () => {
  test('is welcome when the instructor’s page has spoken, and waits for it no longer than it must', async () => {
    const first = openAttempt();
    first.open();
    first.speak();
    expect(await first.entering).toBe('joined');
    const second = openAttempt();
    second.open();
    second.clock.pass(patienceMs);
    expect(await second.entering).toBe('waiting');
  });

  test.each(['refused', 'blocked'] as const)('ends where it is %s', async (fault) => {
    const attempt = openAttempt();
    await attempt.fail(fault);
    expect(await attempt.entering).toBe(fault);
  });

  test.each(['unreachable', 'full'] as const)('goes on by itself while the class is %s', async (fault) => {
    const attempt = openAttempt();
    await attempt.fail(fault);
    attempt.clock.pass(600_000);
    expect([attempt.said, attempt.welcome()]).toEqual([[fault], null]);
    attempt.open();
    attempt.speak();
    expect(await attempt.entering).toBe('joined');
  });

  test('that loses its connection at once says so, and goes on', async () => {
    const attempt = openAttempt();
    attempt.open();
    attempt.connection('retrying');
    attempt.clock.pass(patienceMs);
    expect([attempt.said, attempt.welcome()]).toEqual([['connecting', 'dropped'], null]);
    attempt.connection('open');
    attempt.clock.pass(patienceMs);
    expect(await attempt.entering).toBe('waiting');
  });

  test('that the server lets in and puts out again and again is refused; so is one that it refuses a little later', async () => {
    const thrown = openAttempt();
    for (let time = 0; time < 4; time++) {
      thrown.open();
      thrown.connection('retrying');
    }
    expect(await thrown.entering).toBe('refused');
    const late = openAttempt();
    late.open();
    late.connection('refused');
    expect(await late.entering).toBe('refused');
  });
});
