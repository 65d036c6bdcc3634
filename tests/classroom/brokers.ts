import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'vitest';
import { findMosquitto, startMosquitto } from '../../build/mosquitto.ts';
import { anonymousLearners, mqttTransport } from '../../src/classroom/adapters/mqtt.ts';
import { attachBroker } from '../../src/classroom/broker/attach.ts';
import { type Identity, makeSecret, roomOf } from '../../src/classroom/identity.ts';
import type { TestRoom } from './room.ts';

/** The brokers that a class may have. What one of them does not hold stands in `lacks`, and in `docs/class.md`, with what to do about it. */

/** A promise that only some brokers keep. */
export type Promised =
  /** Whoever shows an id shows its secret too. */
  | 'learner secrets'
  /** A client id belongs to the name beside it. */
  | 'client ids'
  | 'assistants'
  | 'clean sessions'
  | 'origins'
  | 'room size'
  | 'connections of one address'
  | 'refused subscriptions are named'
  | 'sizes by topic'
  | 'retained by topic'
  | 'what a host may say'
  | 'rates';

export interface BrokerSize {
  readonly roomSize: number;
  readonly perAddress: number;
}

/** A room on a real broker of the loopback. */
export interface BrokerRoom extends TestRoom {
  readonly url: string;
  /** What somebody shows at this broker's door. */
  shown(identity: Identity): Pick<Identity, 'clientId'> & Partial<Identity>;
  /** Ends the broker; `revive` starts it again at the same address, without any memory. */
  kill(): Promise<void>;
  revive(): Promise<void>;
}

export interface BrokerKind {
  readonly name: string;
  readonly isHere: boolean;
  readonly keeps: (promised: Promised) => boolean;
  /** A test for brokers that keep all these promises; skipped on others. */
  testIf(...promised: Promised[]): typeof test;
  open(size?: BrokerSize): Promise<BrokerRoom>;
}

interface Started {
  readonly port: number;
  close(): Promise<void>;
}

const usualSize: BrokerSize = { roomSize: 100, perAddress: 100 };

const embedded = kindOf({
  name: 'the broker of `npm run class`',
  isHere: true,
  lacks: [],
  open: (size = usualSize) => openRoom((key, port) => startEmbedded(key, port, size), ''),
});

const mosquitto = kindOf({
  name: findMosquitto() === null ? 'mosquitto, not installed here: apt-get install mosquitto' : 'mosquitto',
  isHere: findMosquitto() !== null,
  lacks: [
    'learner secrets',
    'client ids',
    'assistants',
    'clean sessions',
    'origins',
    'room size',
    'connections of one address',
    'refused subscriptions are named',
    'sizes by topic',
    'retained by topic',
    'what a host may say',
    'rates',
  ],
  open: ({ roomSize } = usualSize) =>
    openRoom((key, port) => startMosquitto({ ...key, roomSize, port }), anonymousLearners),
});

export const brokers: readonly BrokerKind[] = [embedded, mosquitto];

/** A room of `npm run class`. */
export const openBrokerRoom = embedded.open;

function kindOf({
  lacks,
  ...kind
}: Pick<BrokerKind, 'name' | 'isHere' | 'open'> & { readonly lacks: readonly Promised[] }): BrokerKind {
  const keeps = (promised: Promised): boolean => !lacks.includes(promised);
  return { ...kind, keeps, testIf: (...promised) => (promised.every(keeps) ? test : (test.skip as typeof test)) };
}

type RoomKey = Pick<TestRoom, 'room' | 'hostSecret'>;

async function openRoom(
  start: (key: RoomKey, port: number) => Promise<Started>,
  mark: '' | typeof anonymousLearners,
): Promise<BrokerRoom> {
  const hostSecret = makeSecret();
  const room = roomOf(hostSecret);
  let running = await start({ room, hostSecret }, 0);
  const { port } = running;
  const url = `ws://127.0.0.1:${port}/mqtt`;
  const kill = (): Promise<void> => running.close();
  return {
    hostSecret,
    room,
    url,
    transport: () => mqttTransport({ url: `${url}${mark}`, pageUrl: null }),
    shown: (identity) => (mark !== '' && identity.role === 'learner' ? { clientId: identity.clientId } : identity),
    kill,
    revive: async () => {
      running = await start({ room, hostSecret }, port);
    },
    close: kill,
  };
}

async function startEmbedded(key: RoomKey, port: number, size: BrokerSize): Promise<Started> {
  const server = createServer();
  const broker = await attachBroker(server, { key, ...size });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      await broker.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
