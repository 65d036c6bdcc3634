import type { Files } from '../grading/index.ts';
import type { Locale } from '../messages/index.ts';
import type { Report } from '../report/index.ts';
import { openLine, type WorkerLike } from './line.ts';
import type { PagedExercise, Request } from './protocol.ts';

export type { WorkerLike } from './line.ts';

/**
 * What became of a request. `superseded`: a newer request took its place, or the caller aborted. `timed-out`: the worker
 * was ready but gave no answer within the deadline. `crashed`: it broke, or could not be fetched; a new one starts with the next request.
 */
export type Graded =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'superseded' | 'timed-out' | 'crashed' };

export interface GradeOptions {
  readonly signal?: AbortSignal;
  /** Counted from the moment the worker is ready, so that a slow download is no time-out. Default 2000. */
  readonly timeoutMs?: number;
}

export interface GraderClient {
  /** Starts the worker, so that the first answer comes at once. */
  warm(): void;
  /** Never rejects. A newer request supersedes the one that waits. */
  grade(exercise: PagedExercise, files: Files, options?: GradeOptions): Promise<Graded>;
  dispose(): void;
}

interface Waiting {
  readonly request: Request;
  readonly timeoutMs: number;
  readonly settle: (graded: Graded) => void;
}

/** A client with one worker, which is started on the first request and replaced when it breaks or is too slow. */
export function createGraderClient(spawn: () => WorkerLike, locale: Locale): GraderClient {
  let waiting: Waiting | null = null;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;

  const settle = (graded: Graded): void => {
    clearTimeout(deadline);
    const settled = waiting;
    waiting = null;
    settled?.settle(graded);
  };
  const send = (): void => {
    if (waiting === null || !line.post(waiting.request)) return;
    deadline = setTimeout(() => {
      line.hangUp();
      settle({ kind: 'timed-out' });
      line.call();
    }, waiting.timeoutMs);
  };
  const line = openLine(spawn, {
    ready: send,
    answered(reply) {
      if (reply.id !== waiting?.request.id) return;
      settle(reply.kind === 'report' ? { kind: 'report', report: reply.report } : { kind: 'crashed' });
    },
    broke: () => settle({ kind: 'crashed' }),
  });

  return {
    warm: line.call,
    grade({ exercise, goalTexts }, files, { signal, timeoutMs = 2000 } = {}) {
      settle({ kind: 'superseded' });
      if (signal?.aborted) return Promise.resolve({ kind: 'superseded' });
      return new Promise((resolve) => {
        lastId += 1;
        const request = { id: lastId, locale, exercise, goalTexts, files };
        const mine: Waiting = { request, timeoutMs, settle: resolve };
        waiting = mine;
        signal?.addEventListener('abort', () => waiting === mine && settle({ kind: 'superseded' }), { once: true });
        line.call();
        send();
      });
    },
    dispose() {
      settle({ kind: 'superseded' });
      line.hangUp();
    },
  };
}
