import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { hostIdentity, type Identity } from '../../src/classroom/identity.ts';
import { eventTopic, roomFilter } from '../../src/classroom/topics.ts';
import type { BrokerKind, BrokerRoom } from './brokers.ts';
import { connectPacket, connectRaw, publishPacket, type RawConnection } from './raw.ts';

/** A room under attack, and those who are in it for the time of one test. */
export interface AttackedRoom {
  readonly room: BrokerRoom;
  /** Opens a connection, and says nothing yet. */
  knock(headers?: Readonly<Record<string, string>>): Promise<RawConnection>;
  /** Opens a connection, and shows what this broker asks of somebody. */
  connect(identity: Identity, will?: { topic: string; payload: string }): Promise<RawConnection>;
  /** Listens to the whole room, as the host does; what comes back is what got through. */
  watch(): Promise<RawConnection>;
}

/** Opens a room for the tests of a `describe`, and cuts all connections after each of them. */
export function attackRoom({ open }: BrokerKind): AttackedRoom {
  let room: BrokerRoom;
  let connections: RawConnection[] = [];
  beforeAll(async () => {
    room = await open({ roomSize: 100, perAddress: 40 });
  });
  afterAll(() => room.close());
  beforeEach(() => {
    connections = [];
  });
  afterEach(async () => {
    for (const each of connections) each.cut();
    await Promise.all(connections.map(({ closed }) => closed));
  });

  const knock: AttackedRoom['knock'] = async (headers) => {
    const raw = await connectRaw(room.url, headers);
    connections.push(raw);
    return raw;
  };
  const connect: AttackedRoom['connect'] = async (identity, will) => {
    const raw = await knock();
    raw.send(connectPacket(room.shown(identity), will));
    await raw.next('connack');
    return raw;
  };
  return {
    get room() {
      return room;
    },
    knock,
    connect,
    async watch() {
      const host = await connect(hostIdentity(room.hostSecret));
      host.send({ cmd: 'subscribe', messageId: 9, subscriptions: [{ topic: roomFilter(room.room), qos: 1 }] });
      await host.next('suback');
      return host;
    },
  };
}

/** What somebody was sent. */
export const payloadsAt = ({ received }: RawConnection): readonly string[] =>
  received.flatMap((packet) => (packet.cmd === 'publish' ? [String(packet.payload)] : []));

/** Waits until the host hears itself: whatever was to arrive before has arrived. */
export async function settle(host: RawConnection, { room }: BrokerRoom): Promise<void> {
  host.send(publishPacket(eventTopic(room), 'mark'));
  await host.until('mark');
}
