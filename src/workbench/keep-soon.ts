const pauseMs = 400;

/** A draft that waits to be kept. */
export interface Pending {
  /** Something changed: it is kept half a second later at the latest. */
  soon(): void;
  /** Keeps what waits, if anything does. */
  now(): void;
  isDue(): boolean;
}

/** Keeps by `save`: soon after a change, when the page is left or hidden, and at the end, which `signal` tells. */
export function keepSoon(save: () => void, signal: AbortSignal): Pending {
  let due: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    if (due === undefined) return;
    clearTimeout(due);
    due = undefined;
    save();
  };
  addEventListener('pagehide', now, { signal });
  document.addEventListener('visibilitychange', () => document.hidden && now(), { signal });
  signal.addEventListener('abort', now);
  return {
    soon() {
      due ??= setTimeout(now, pauseMs);
    },
    now,
    isDue: () => due !== undefined,
  };
}
