import { openLine, type WorkerLike } from './line.ts';
import type { Answer, Request } from './protocol.ts';

/**
 * What became of a request that got no answer. `superseded`: a newer request of its kind took its place, or the caller aborted.
 * `timed-out`: the worker was ready but gave no answer within the deadline. `crashed`: it broke, or could not be fetched; a new one
 * starts with the next request.
 */
export interface Unanswered {
  readonly kind: 'superseded' | 'timed-out' | 'crashed';
}

export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
  /** Counted from the moment the worker is ready, so that a slow download is no time-out. */
  readonly timeoutMs: number;
  /** True when a worker that misses the deadline is to be replaced; else only the request is given up. */
  readonly replaces: boolean;
}

type Unsent<R> = R extends Request ? Omit<R, 'id'> : never;

/** One worker, and for each kind of request a lane of its own in which the newest supersedes the one that waits. */
export interface Lanes {
  /** Starts the worker, so that the first answer comes at once. */
  warm(): void;
  /** Never rejects. */
  ask(request: Unsent<Request>, options: AskOptions): Promise<Answer | Unanswered>;
  dispose(): void;
}

interface Waiting {
  readonly request: Request;
  readonly options: AskOptions;
  readonly settle: (answer: Answer | Unanswered) => void;
  deadline: ReturnType<typeof setTimeout> | null;
}

/** The worker is started on the first request, and replaced when it breaks or is too slow. */
export function openLanes(spawn: () => WorkerLike): Lanes {
  const lanes = new Map<Request['kind'], Waiting>();
  let lastId = 0;

  const settle = (waiting: Waiting, answer: Answer | Unanswered): void => {
    clearTimeout(waiting.deadline ?? undefined);
    if (lanes.get(waiting.request.kind) === waiting) lanes.delete(waiting.request.kind);
    waiting.settle(answer);
  };
  const settleAll = (answer: Unanswered): void => {
    for (const waiting of [...lanes.values()]) settle(waiting, answer);
  };
  const send = (): void => {
    for (const waiting of lanes.values()) {
      if (waiting.deadline !== null || !line.post(waiting.request)) continue;
      waiting.deadline = setTimeout(() => giveUp(waiting), waiting.options.timeoutMs);
    }
  };
  /** A worker that is gone answers nobody: what still waits is asked of the next one. */
  const startAfresh = (): void => {
    for (const waiting of lanes.values()) {
      clearTimeout(waiting.deadline ?? undefined);
      waiting.deadline = null;
    }
    line.call();
  };
  const giveUp = (waiting: Waiting): void => {
    if (waiting.options.replaces) line.hangUp();
    settle(waiting, { kind: 'timed-out' });
    if (waiting.options.replaces) startAfresh();
  };
  const line = openLine(spawn, {
    ready: send,
    answered(answer) {
      const waiting = [...lanes.values()].find(({ request }) => request.id === answer.id);
      if (waiting !== undefined) settle(waiting, answer.kind === 'failed' ? { kind: 'crashed' } : answer);
      if (answer.kind === 'failed' && lanes.size > 0) startAfresh();
    },
    broke: () => settleAll({ kind: 'crashed' }),
  });

  return {
    warm: line.call,
    ask(unsent, options) {
      const before = lanes.get(unsent.kind);
      if (before !== undefined) settle(before, { kind: 'superseded' });
      if (options.signal?.aborted) return Promise.resolve({ kind: 'superseded' });
      return new Promise((resolve) => {
        lastId += 1;
        const waiting: Waiting = { request: { ...unsent, id: lastId }, options, settle: resolve, deadline: null };
        lanes.set(unsent.kind, waiting);
        options.signal?.addEventListener(
          'abort',
          () => lanes.get(unsent.kind) === waiting && settle(waiting, { kind: 'superseded' }),
          { once: true },
        );
        line.call();
        send();
      });
    },
    dispose() {
      settleAll({ kind: 'superseded' });
      line.hangUp();
    },
  };
}
