import { broadcastTransport } from '../../src/classroom/adapters/broadcast.ts';
import { learnerIdentity, makeSecret, roomOf } from '../../src/classroom/identity.ts';
import type { CourseOutline } from '../../src/classroom/outline.ts';
import type { ClassTransport, ReceivedMessage } from '../../src/classroom/transport.ts';

/** A class for tests: a secret, a room, and a way to it. */
export interface TestRoom {
  readonly hostSecret: string;
  readonly room: string;
  transport(): ClassTransport;
  close(): Promise<void>;
}

export const outline: CourseOutline = {
  lessons: ['first', 'second'],
  exercises: [
    { id: 'one', lesson: 'first', minutes: 10, goals: ['a', 'b', 'c'] },
    { id: 'two', lesson: 'second', minutes: 5, goals: ['a'] },
  ],
  codes: new Set(['iam/no-statement', 'iam/unknown-action']),
  operations: new Set(['get-layer', 'put-image']),
};

/** The tabs of one browser. Node's channels deliver between ports of one thread as a browser's do between tabs. */
export function openBrowserRoom(): TestRoom {
  const hostSecret = makeSecret();
  const room = roomOf(hostSecret);
  return {
    hostSecret,
    room,
    transport: () => broadcastTransport({ room, onPageHide: () => () => undefined }),
    close: () => Promise.resolve(),
  };
}

/** A new learner of a room. */
export const newLearner = (room: string) => learnerIdentity(room, makeSecret());

/** What a filter brings, and a way to wait for it. */
export function collect(transport: ClassTransport, filter: string) {
  const messages: ReceivedMessage[] = [];
  const waiting = new Set<() => void>();
  transport.subscribe(filter, (message) => {
    messages.push(message);
    for (const look of waiting) look();
  });
  return {
    messages,
    until: (isThere: (messages: readonly ReceivedMessage[]) => boolean): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!isThere(messages)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

/** Resolves as soon as `isSo` holds of what `subscribe` tells of. */
export function until<T>(
  { state, subscribe }: { state(): T; subscribe(listener: (state: T) => void): () => void },
  isSo: (state: T) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isSo(state())) return;
      stop();
      resolve();
    };
    const stop = subscribe(look);
    look();
  });
}
