import type { Reply, Request } from './protocol.ts';
import { fits as isReply } from './reply.schema.json?fits';

/** The part of `Worker` that is needed here. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
  addEventListener(type: 'message' | 'error' | 'messageerror', listener: (event: MessageEvent | Event) => void): void;
}

/** A line to one worker at a time. What an earlier worker still says is not heard. */
export interface Line {
  /** Starts a worker where there is none. */
  call(): void;
  /** False while no worker is ready. */
  post(request: Request): boolean;
  hangUp(): void;
}

/** What the worker at the other end of a line does. */
export interface LineEvents {
  ready(): void;
  answered(reply: Exclude<Reply, { kind: 'ready' }>): void;
  /** The worker could not start, threw, or said what is no reply; the line is then hung up. */
  broke(): void;
}

/** A line without a worker yet; `spawn` starts one. */
export function openLine(spawn: () => WorkerLike, events: LineEvents): Line {
  let current: { readonly port: WorkerLike; ready: boolean } | null = null;

  const hangUp = (): void => {
    current?.port.terminate();
    current = null;
  };
  const breakOff = (): void => {
    hangUp();
    events.broke();
  };
  const hear = (said: unknown): void => {
    const reply = isReply(said) ? (said as Reply) : null;
    if (reply === null) breakOff();
    else if (reply.kind === 'ready') {
      if (current !== null) current.ready = true;
      events.ready();
    } else {
      if (reply.kind === 'failed') hangUp();
      events.answered(reply);
    }
  };
  const call = (): void => {
    if (current !== null) return;
    try {
      const started = { port: spawn(), ready: false };
      current = started;
      const whileCurrent = (act: () => void): void => {
        if (current === started) act();
      };
      started.port.addEventListener('message', (event) => whileCurrent(() => hear((event as MessageEvent).data)));
      started.port.addEventListener('error', () => whileCurrent(breakOff));
      started.port.addEventListener('messageerror', () => whileCurrent(breakOff));
    } catch {
      queueMicrotask(breakOff);
    }
  };
  return {
    call,
    hangUp,
    post(request) {
      if (current?.ready !== true) return false;
      current.port.postMessage(request);
      return true;
    },
  };
}
