import type { Files } from '../grading/index.ts';
import type { Locale } from '../messages/index.ts';
import type { Report } from '../report/index.ts';
import type { PagedExercise, Reply, Request } from './protocol.ts';
import { validate as isReply } from './reply.schema.json?ajv';

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

/** The part of `Worker` that the client needs. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
  addEventListener(type: 'message' | 'error' | 'messageerror', listener: (event: MessageEvent | Event) => void): void;
}

interface Waiting {
  readonly request: Request;
  readonly timeoutMs: number;
  readonly settle: (graded: Graded) => void;
}

/** A client with one worker, which is started on the first request and replaced when it breaks or is too slow. */
export function createGraderClient(spawn: () => WorkerLike, locale: Locale): GraderClient {
  let worker: { readonly port: WorkerLike; ready: boolean } | null = null;
  let waiting: Waiting | null = null;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;

  const settle = (graded: Graded): void => {
    clearTimeout(deadline);
    const settled = waiting;
    waiting = null;
    settled?.settle(graded);
  };

  const stop = (): void => {
    worker?.port.terminate();
    worker = null;
  };

  const send = (): void => {
    if (worker?.ready !== true || waiting === null) return;
    worker.port.postMessage(waiting.request);
    deadline = setTimeout(() => {
      stop();
      settle({ kind: 'timed-out' });
      warm();
    }, waiting.timeoutMs);
  };

  const crash = (): void => {
    stop();
    settle({ kind: 'crashed' });
  };

  const receive = (reply: unknown): void => {
    const said = isReply(reply) ? (reply as Reply) : null;
    if (said === null) crash();
    else if (said.kind === 'ready') {
      if (worker !== null) worker.ready = true;
      send();
    } else if (said.id === waiting?.request.id) {
      if (said.kind === 'failed') crash();
      else settle({ kind: 'report', report: said.report });
    }
  };

  const warm = (): void => {
    if (worker !== null) return;
    try {
      const started = { port: spawn(), ready: false };
      worker = started;
      const whileCurrent = (act: () => void): void => {
        if (worker === started) act();
      };
      started.port.addEventListener('message', (event) => whileCurrent(() => receive((event as MessageEvent).data)));
      started.port.addEventListener('error', () => whileCurrent(crash));
      started.port.addEventListener('messageerror', () => whileCurrent(crash));
    } catch {
      queueMicrotask(crash);
    }
  };

  return {
    warm,
    grade({ exercise, goalTexts }, files, { signal, timeoutMs = 2000 } = {}) {
      settle({ kind: 'superseded' });
      if (signal?.aborted) return Promise.resolve({ kind: 'superseded' });
      return new Promise((resolve) => {
        lastId += 1;
        const mine: Waiting = {
          request: { id: lastId, locale, exercise, goalTexts, files },
          timeoutMs,
          settle: resolve,
        };
        waiting = mine;
        signal?.addEventListener('abort', () => waiting === mine && settle({ kind: 'superseded' }), { once: true });
        warm();
        send();
      });
    },
    dispose() {
      settle({ kind: 'superseded' });
      stop();
    },
  };
}
