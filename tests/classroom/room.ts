import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { broadcastTransport } from '../../src/classroom/adapters/broadcast.ts';
import { mqttTransport } from '../../src/classroom/adapters/mqtt.ts';
import { attachBroker, type BrokerSetting, type RunningBroker } from '../../src/classroom/broker/attach.ts';
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

/** A real broker on a free port of the loopback. */
export async function openBrokerRoom(
  setting: Partial<BrokerSetting> = {},
): Promise<TestRoom & { readonly url: string; readonly broker: RunningBroker }> {
  const hostSecret = makeSecret();
  const room = roomOf(hostSecret);
  const server = createServer();
  const broker = await attachBroker(server, { key: { room, hostSecret }, roomSize: 50, perAddress: 100, ...setting });
  const url = `ws://127.0.0.1:${await listen(server, 0)}/mqtt`;
  return {
    hostSecret,
    room,
    url,
    broker,
    transport: () => mqttTransport({ url, pageUrl: null }),
    close: async () => {
      await broker.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A broker that can be killed, and started again on its port without any memory. */
export async function openMortalRoom(): Promise<TestRoom & { kill(): Promise<void>; revive(): Promise<void> }> {
  const hostSecret = makeSecret();
  const room = roomOf(hostSecret);
  const start = async (port: number) => {
    const server = createServer();
    const broker = await attachBroker(server, { key: { room, hostSecret }, roomSize: 50, perAddress: 100 });
    return { server, broker, port: await listen(server, port) };
  };
  let running = await start(0);
  const kill = async (): Promise<void> => {
    await running.broker.close();
    await new Promise((resolve) => running.server.close(resolve));
  };
  return {
    hostSecret,
    room,
    transport: () => mqttTransport({ url: `ws://127.0.0.1:${running.port}/mqtt`, pageUrl: null }),
    kill,
    revive: async () => {
      running = await start(running.port);
    },
    close: kill,
  };
}

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

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
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
