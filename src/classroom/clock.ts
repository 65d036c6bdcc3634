/** Time and chance, handed in, so that tests decide both. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Acts once, after `delayMs`. Returns the way to call it off. */
  after(delayMs: number, act: () => void): () => void;
  /** At least 0, less than 1. */
  random(): number;
}

/** The machine's own clock. */
export const machineClock: Clock = {
  now: () => Date.now(),
  after(delayMs, act) {
    const timer = setTimeout(act, delayMs);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

/** A name for a page, a connection or a message: letters and digits, told from others by chance alone, and no secret. */
export function freshId(clock: Clock, length = 8): string {
  return Math.floor(clock.random() * 36 ** length).toString(36);
}

/** A delay that is up to `share` shorter or longer, so that a room does not speak in chorus. */
export function jittered(clock: Clock, delayMs: number, share = 0.3): number {
  return Math.round(delayMs * (1 + share * (2 * clock.random() - 1)));
}

/**
 * How long to wait before the next try to connect: up to 1 s at first, doubled each time, 30 s at most. The whole delay is left to chance, or a
 * room whose broker comes back would knock at the same moment.
 */
export function retryDelayMs(clock: Clock, failures: number): number {
  const limitMs = Math.min(30_000, 1000 * 2 ** Math.min(failures, 10));
  return Math.round(100 + clock.random() * (limitMs - 100));
}
