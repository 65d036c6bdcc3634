import { openDesk } from '../../src/classroom/adapters/desk.ts';
import { openOutbox } from '../../src/classroom/adapters/outbox.ts';
import { openStatusLamp } from '../../src/classroom/adapters/status.ts';
import { openSubscriptions } from '../../src/classroom/adapters/subscriptions.ts';
import type { Clock } from '../../src/classroom/clock.ts';
import { openHostSession } from '../../src/classroom/host/session.ts';
import { hostIdentity, type Identity, makeSecret, roomOf } from '../../src/classroom/identity.ts';
import { openLearnerSession } from '../../src/classroom/learner/session.ts';
import { type ClassStorage, openRoomMemory } from '../../src/classroom/memory.ts';
import { type ClassMessage, type ClassTransport, ConnectionError } from '../../src/classroom/transport.ts';
import { outline } from './room.ts';

/** A clock that goes when it is told to. */
export interface TestClock extends Clock {
  pass(durationMs: number): void;
}

export function openTestClock(start = 1_793_000_000_000): TestClock {
  let [now, seed] = [start, 1];
  const due = new Set<{ readonly at: number; readonly act: () => void }>();
  return {
    now: () => now,
    random: () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    },
    after(delayMs, act) {
      const entry = { at: now + delayMs, act };
      due.add(entry);
      return () => due.delete(entry);
    },
    pass(durationMs) {
      const end = now + durationMs;
      for (;;) {
        const [next] = [...due].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
        if (next === undefined) break;
        due.delete(next);
        now = Math.max(now, next.at);
        next.act();
      }
      now = end;
    },
  };
}

/** A transport whose connection can be cut and mended. */
export interface TestTransport extends ClassTransport {
  cut(): void;
  mend(): void;
}

/** A class in one place: a broker without any wire, one clock, and sessions at it. */
export function openWorld() {
  const clock = openTestClock();
  const hostSecret = makeSecret();
  const room = roomOf(hostSecret);
  const receivers = new Map<string, (message: ClassMessage, retained: boolean) => void>();
  const newDesk = () =>
    openDesk({ room, hostSecret }, clock.now, (guest, message, retained) => receivers.get(guest)?.(message, retained));
  let desk = newDesk();
  const all: TestTransport[] = [];
  const sent: ClassMessage[] = [];

  const transport = (): TestTransport => {
    const lamp = openStatusLamp();
    const outbox = openOutbox();
    const subscriptions = openSubscriptions(() => undefined);
    const name = `guest ${all.length}`;
    let known: { identity: Identity; will: ClassMessage | null } | null = null;
    receivers.set(name, ({ topic, payload }, retained) => subscriptions.deliver({ topic, payload, retained }));
    const publish = (message: ClassMessage): void => {
      if (lamp.now !== 'open') outbox.keep(message);
      else {
        sent.push(message);
        desk.publish(name, message);
      }
    };
    const mend = (): void => {
      if (known === null) return;
      if (!desk.connect(name, known.identity, known.will)) throw new ConnectionError('refused');
      for (const filter of subscriptions.filters()) desk.subscribe(name, filter);
      lamp.become('open');
      for (const message of outbox.takeAll()) publish(message);
    };
    const made: TestTransport = {
      get status() {
        return lamp.now;
      },
      onStatus: lamp.onStatus,
      open: async (identity, will) => {
        known = { identity, will };
        mend();
      },
      publish,
      subscribe(filter, listener) {
        const { remove } = subscriptions.add(filter, listener);
        if (lamp.now === 'open') desk.subscribe(name, filter);
        return remove;
      },
      close: async () => {
        desk.leave(name, { says: 'nothing' });
        lamp.become('off');
      },
      cut() {
        desk.leave(name, { says: 'will' });
        lamp.become('retrying');
      },
      mend,
    };
    all.push(made);
    return made;
  };

  return {
    clock,
    room,
    hostSecret,
    sent,
    transport,
    /** The broker dies with all that it knew, and another takes its place. */
    forgetAll() {
      for (const each of all) each.cut();
      desk = newDesk();
    },
    /** `aheadMs`: how far the clock of this host's machine is ahead of the world's. */
    openHost(storage: ClassStorage = openStorage(), identity = hostIdentity(hostSecret), aheadMs = 0) {
      const way = transport();
      const memory = openRoomMemory(room, () => storage);
      const own: Clock = { ...clock, now: () => clock.now() + aheadMs };
      return { session: openHostSession({ identity, transport: way, outline, memory, clock: own }), transport: way };
    },
    openLearner(nick: string, storage: ClassStorage = openStorage()) {
      const way = transport();
      const memory = openRoomMemory(room, () => storage);
      return { session: openLearnerSession({ room, transport: way, memory, nick, clock }), transport: way };
    },
  };
}

/** A browser's storage. */
export function openStorage(): ClassStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      items.set(key, value);
    },
    removeItem: (key) => {
      items.delete(key);
    },
  };
}
