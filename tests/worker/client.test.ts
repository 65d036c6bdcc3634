import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGraderClient, type WorkerLike } from '../../src/worker/client.ts';
import type { PagedExercise, Request } from '../../src/worker/protocol.ts';

const exercise: PagedExercise = {
  exercise: { id: 'x', domain: 'iam', files: ['policy.json'], goals: [], scenario: {} },
  goalTexts: {},
};
const report = { exercise: 'x', verdict: 'passed', goals: [], diagnostics: [], trace: [] } as const;
const files = { 'policy.json': '{}' };

/** A worker that says only what the test lets it say. */
function puppet() {
  const listeners = new Map<string, (event: MessageEvent | Event) => void>();
  const received: Request[] = [];
  const port: WorkerLike & { terminated: boolean } = {
    terminated: false,
    postMessage: (message) => received.push(message as Request),
    terminate() {
      port.terminated = true;
    },
    addEventListener: (type, listener) => listeners.set(type, listener),
  };
  return {
    port,
    received,
    say: (data: unknown) => listeners.get('message')?.({ data } as MessageEvent),
    fail: () => listeners.get('error')?.(new Event('error')),
  };
}

function clientOf() {
  const puppets: ReturnType<typeof puppet>[] = [];
  const client = createGraderClient(() => {
    const made = puppet();
    puppets.push(made);
    return made.port;
  }, 'en');
  return { client, puppets };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the grader client', () => {
  it('sends when the worker is ready, and resolves by id', async () => {
    const { client, puppets } = clientOf();
    const graded = client.grade(exercise, files);
    expect(puppets[0]?.received).toEqual([]);
    puppets[0]?.say({ kind: 'ready' });
    expect(puppets[0]?.received).toMatchObject([{ id: 1, locale: 'en', files }]);
    puppets[0]?.say({ kind: 'report', id: 7, report });
    puppets[0]?.say({ kind: 'report', id: 1, report });
    expect(await graded).toEqual({ kind: 'report', report });
  });

  it('drops an older request for a newer one', async () => {
    const { client, puppets } = clientOf();
    client.warm();
    puppets[0]?.say({ kind: 'ready' });
    const older = client.grade(exercise, files);
    const newer = client.grade(exercise, { 'policy.json': '[]' });
    expect(await older).toEqual({ kind: 'superseded' });
    puppets[0]?.say({ kind: 'report', id: 2, report });
    expect(await newer).toEqual({ kind: 'report', report });
  });

  it('obeys a signal, before and after the request', async () => {
    const { client } = clientOf();
    expect(await client.grade(exercise, files, { signal: AbortSignal.abort() })).toEqual({ kind: 'superseded' });
    const controller = new AbortController();
    const graded = client.grade(exercise, files, { signal: controller.signal });
    controller.abort();
    expect(await graded).toEqual({ kind: 'superseded' });
  });

  it('counts the deadline from the moment the worker is ready', async () => {
    const { client, puppets } = clientOf();
    const graded = client.grade(exercise, files);
    await vi.advanceTimersByTimeAsync(60_000);
    puppets[0]?.say({ kind: 'ready' });
    await vi.advanceTimersByTimeAsync(1_999);
    puppets[0]?.say({ kind: 'report', id: 1, report });
    expect(await graded).toEqual({ kind: 'report', report });
  });

  it('replaces a worker that is too slow, and the next request works', async () => {
    const { client, puppets } = clientOf();
    const late = client.grade(exercise, files);
    puppets[0]?.say({ kind: 'ready' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await late).toEqual({ kind: 'timed-out' });
    expect(puppets[0]?.port.terminated).toBe(true);
    const next = client.grade(exercise, files);
    expect(puppets).toHaveLength(2);
    puppets[0]?.say({ kind: 'report', id: 2, report });
    puppets[1]?.say({ kind: 'ready' });
    puppets[1]?.say({ kind: 'report', id: 2, report });
    expect(await next).toEqual({ kind: 'report', report });
  });

  it.each([
    ['an error', (made?: ReturnType<typeof puppet>) => made?.fail()],
    [
      'a reply of the wrong shape',
      (made?: ReturnType<typeof puppet>) => made?.say({ kind: 'report', id: 1, report: {} }),
    ],
    ['a reply that is nothing', (made?: ReturnType<typeof puppet>) => made?.say(undefined)],
    ['a failure', (made?: ReturnType<typeof puppet>) => made?.say({ kind: 'failed', id: 1, reason: 'x' })],
  ])('tells of a crash after %s, and starts anew', async (_, breakIt) => {
    const { client, puppets } = clientOf();
    const graded = client.grade(exercise, files);
    puppets[0]?.say({ kind: 'ready' });
    breakIt(puppets[0]);
    expect(await graded).toEqual({ kind: 'crashed' });
    void client.grade(exercise, files);
    expect(puppets).toHaveLength(2);
  });

  it('tells of a crash where no worker can be made at all', async () => {
    const client = createGraderClient(() => {
      throw new Error('blocked');
    }, 'en');
    expect(await client.grade(exercise, files)).toEqual({ kind: 'crashed' });
  });
});

describe('what is asked beside the grading', () => {
  const point = { written: 'identity', text: '{""}', offset: 2 } as const;
  const completions = { start: 2, end: 2, offers: [] };

  it('supersedes its own kind only', async () => {
    const { client, puppets } = clientOf();
    const graded = client.grade(exercise, files);
    const first = client.complete(point);
    const second = client.complete(point);
    puppets[0]?.say({ kind: 'ready' });
    expect(await first).toBeNull();
    expect(puppets[0]?.received.map(({ kind }) => kind)).toEqual(['grade', 'complete']);
    puppets[0]?.say({ kind: 'completions', id: 3, completions });
    puppets[0]?.say({ kind: 'report', id: 1, report });
    expect(await second).toEqual(completions);
    expect(await graded).toEqual({ kind: 'report', report });
  });

  it('is given up when no answer comes in time, and the worker is left alone', async () => {
    const { client, puppets } = clientOf();
    const hover = client.hover(point);
    puppets[0]?.say({ kind: 'ready' });
    vi.advanceTimersByTime(1_500);
    expect(await hover).toBeNull();
    expect(puppets[0]?.port.terminated).toBe(false);
  });

  it('is asked again of the next worker when grading took too long', async () => {
    const { client, puppets } = clientOf();
    const graded = client.grade(exercise, files, { timeoutMs: 100 });
    const offers = client.complete(point);
    puppets[0]?.say({ kind: 'ready' });
    vi.advanceTimersByTime(100);
    expect(await graded).toEqual({ kind: 'timed-out' });
    puppets[1]?.say({ kind: 'ready' });
    expect(puppets[1]?.received.map(({ kind }) => kind)).toEqual(['complete']);
    puppets[1]?.say({ kind: 'completions', id: 2, completions });
    expect(await offers).toEqual(completions);
  });

  it('is asked again when the worker failed at something else', async () => {
    const { client, puppets } = clientOf();
    const graded = client.grade(exercise, files);
    const offers = client.completeField({ field: 'action', action: 'ecr:' });
    puppets[0]?.say({ kind: 'ready' });
    puppets[0]?.say({ kind: 'failed', id: 1, reason: 'x' });
    expect(await graded).toEqual({ kind: 'crashed' });
    puppets[1]?.say({ kind: 'ready' });
    puppets[1]?.say({ kind: 'completions', id: 2, completions });
    expect(await offers).toEqual(completions);
  });

  it('is settled when the worker breaks, and when the client is disposed of', async () => {
    const { client, puppets } = clientOf();
    const hover = client.hover(point);
    puppets[0]?.fail();
    expect(await hover).toBeNull();
    const again = client.complete(point);
    client.dispose();
    expect(await again).toBeNull();
  });

  it('hears no more of an aborted question', async () => {
    const { client } = clientOf();
    const aborted = new AbortController();
    const hover = client.hover(point, aborted.signal);
    aborted.abort();
    expect(await hover).toBeNull();
  });
});
