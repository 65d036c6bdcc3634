import { type Clock, jittered } from '../clock.ts';

/** Sends one thing as seldom as it may: what changes meanwhile goes together. */
export interface Sender {
  /** Something changed. `atOnce`: it does not wait for the pace. */
  changed(options?: { readonly atOnce: boolean }): void;
  /** Sends now. */
  flush(): void;
  setPace(everyMs: number): void;
  stop(): void;
}

/** Even what goes at once keeps this distance, so that no broker takes it for a flood. */
const leastGapMs = 250;
const silenceMs = 45_000;

/** `send` is called at most once every `everyMs`, more or less, and at least as often as shows that somebody is there. */
export function openSender(clock: Clock, send: () => void, everyMs: number): Sender {
  let [sentAt, dueAt] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let callOff = (): void => undefined;
  let stopped = false;

  const wait = (at: number): void => {
    callOff();
    dueAt = at;
    callOff = clock.after(Math.max(0, at - clock.now()), flush);
  };
  const flush = (): void => {
    if (stopped) return;
    sentAt = clock.now();
    send();
    wait(sentAt + jittered(clock, Math.max(silenceMs, 5 * everyMs)));
  };

  return {
    flush,
    changed({ atOnce } = { atOnce: false }) {
      if (stopped) return;
      const gapMs = atOnce ? leastGapMs : jittered(clock, everyMs);
      const at = Math.max(clock.now(), sentAt + gapMs);
      if (at < dueAt) wait(at);
    },
    setPace(next) {
      everyMs = next;
    },
    stop() {
      stopped = true;
      callOff();
    },
  };
}
