import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  cohostIdentity,
  hostIdentity,
  type Identity,
  learnerIdentity,
  makeCohostToken,
  makeSecret,
} from '../../src/classroom/identity.ts';
import {
  eventTopic,
  pollTopic,
  presenceTopic,
  privateTopic,
  progressTopic,
  roomFilter,
  stateTopic,
} from '../../src/classroom/topics.ts';
import { connectPacket, connectRaw, publishPacket, type RawConnection } from './raw.ts';
import { newLearner, openBrokerRoom } from './room.ts';

/** What somebody with a script of their own may try on a real broker, packet by packet. */

type BrokerRoom = Awaited<ReturnType<typeof openBrokerRoom>>;
let room: BrokerRoom;
let connections: RawConnection[];

beforeAll(async () => {
  room = await openBrokerRoom({ roomSize: 100, perAddress: 40 });
});
afterAll(() => room.close());
beforeEach(() => {
  connections = [];
});
afterEach(async () => {
  for (const each of connections) each.cut();
  await Promise.all(connections.map(({ closed }) => closed));
});

async function connect(identity: Identity, will?: { topic: string; payload: string }): Promise<RawConnection> {
  const raw = await connectRaw(room.url);
  connections.push(raw);
  raw.send(connectPacket(identity, will));
  await raw.next('connack');
  return raw;
}

/** Listens to the whole room, as the host does; what comes back is what got through. */
async function watch(): Promise<RawConnection> {
  const host = await connect(hostIdentity(room.hostSecret));
  host.send({ cmd: 'subscribe', messageId: 9, subscriptions: [{ topic: roomFilter(room.room), qos: 1 }] });
  await host.next('suback');
  return host;
}

const payloadsAt = ({ received }: RawConnection): readonly string[] =>
  received.flatMap((packet) => (packet.cmd === 'publish' ? [String(packet.payload)] : []));

/** Waits until the host hears itself: whatever was to arrive before has arrived. */
async function settle(host: RawConnection): Promise<void> {
  host.send(publishPacket(eventTopic(room.room), 'mark'));
  while (String((await host.next('publish'))?.payload) !== 'mark');
}

describe('at the door', () => {
  const learner = () => newLearner(room.room);
  test.each<[string, () => Pick<Identity, 'clientId' | 'username' | 'password'>]>([
    ['a wrong host secret', () => ({ ...hostIdentity(room.hostSecret), password: makeSecret() })],
    ['the host of another room', () => hostIdentity(makeSecret())],
    ['a learner with the secret of another', () => ({ ...learner(), password: makeSecret() })],
    ['a client id that is not the user', () => ({ ...learner(), clientId: learner().clientId })],
    [
      'a host’s name with a learner’s client id',
      () => ({ ...hostIdentity(room.hostSecret), clientId: learner().clientId }),
    ],
    ['a pass for assistants that has expired', () => cohostIdentity(room.room, makeCohostToken(room.hostSecret, 1))],
    ['a pass for assistants of another room', () => cohostIdentity(room.room, makeCohostToken(makeSecret(), 4e12))],
    ['no name at all', () => ({ clientId: 'x', username: '', password: '' })],
  ])('%s is refused', async (_, credentials) => {
    const raw = await connectRaw(room.url);
    connections.push(raw);
    raw.send(connectPacket(credentials()));
    expect((await raw.next('connack'))?.returnCode).toBe(5);
    await raw.closed;
  });

  test('a session that would outlive its connection is refused', async () => {
    const raw = await connectRaw(room.url);
    connections.push(raw);
    raw.send({ ...connectPacket(learner()), clean: false } as never);
    await raw.closed;
  });

  test.each([
    ['another site’s page', '/mqtt', { origin: 'https://evil.example' }, 403],
    ['another path', '/', {}, 404],
  ])('%s is turned away', async (_, path, headers, status) => {
    await expect(connectRaw(room.url.replace('/mqtt', path), headers)).rejects.toThrow(String(status));
  });

  test('a page of the broker’s own origin comes in', async () => {
    const raw = await connectRaw(room.url, { origin: new URL(room.url.replace('ws', 'http')).origin });
    connections.push(raw);
    raw.send(connectPacket(learner()));
    expect((await raw.next('connack'))?.returnCode).toBe(0);
  });

  test('a room holds as many as it was opened for, and one address no more than its share', async () => {
    const small = await openBrokerRoom({ roomSize: 3, perAddress: 5 });
    const enter = async () => {
      const raw = await connectRaw(small.url);
      raw.send(connectPacket(newLearner(small.room)));
      return { raw, code: (await raw.next('connack'))?.returnCode };
    };
    const all = [await enter(), await enter(), await enter()];
    expect(all.map(({ code }) => code)).toEqual([0, 0, 0]);
    const oneTooMany = await enter();
    expect(oneTooMany.code).toBe(5);
    await oneTooMany.raw.closed;
    const idle = [await connectRaw(small.url), await connectRaw(small.url)];
    await expect(connectRaw(small.url)).rejects.toThrow('429');
    expect(all.every(({ raw }) => raw.isOpen)).toBe(true);
    for (const raw of idle) raw.cut();
    await small.close();
  });

  test('a second client with a victim’s id and no secret leaves the victim alone', async () => {
    const victim = learner();
    const raw = await connect(victim);
    const usurper = await connectRaw(room.url);
    connections.push(usurper);
    usurper.send(connectPacket({ ...victim, password: makeSecret() }));
    expect((await usurper.next('connack'))?.returnCode).toBe(5);
    raw.send({ cmd: 'pingreq' });
    expect(await raw.next('pingresp')).not.toBeNull();
  });
});

describe('a learner hears', () => {
  test.each([
    ['#', () => '#'],
    ['+/#', () => '+/#'],
    ['every class', () => 'w1/+/c/#'],
    ['the whole room', () => roomFilter(room.room)],
    ['everybody’s progress', () => `w1/${room.room}/l/+/p`],
    ['everybody’s messages', () => `w1/${room.room}/to/+/m`],
    ['the broker', () => '$SYS/#'],
  ])('nothing by %s', async (_, filter) => {
    const raw = await connect(newLearner(room.room));
    raw.send({ cmd: 'subscribe', messageId: 3, subscriptions: [{ topic: filter(), qos: 1 }] });
    expect((await raw.next('suback'))?.granted).toEqual([128]);
    const host = await watch();
    host.send(publishPacket(privateTopic(room.room, newLearner(room.room).clientId), 'secret'));
    await settle(host);
    raw.send({ cmd: 'pingreq' });
    await raw.next('pingresp');
    expect(payloadsAt(raw)).toEqual([]);
  });
});

describe('a learner says', () => {
  const forgeries: readonly (readonly [string, (own: string) => string])[] = [
    ['the class’s state', () => stateTopic(room.room)],
    ['a poll', () => pollTopic(room.room)],
    ['an announcement', () => eventTopic(room.room)],
    ['another’s presence', () => presenceTopic(room.room, newLearner(room.room).clientId)],
    ['another’s progress', () => progressTopic(room.room, newLearner(room.room).clientId)],
    ['a message to another', () => privateTopic(room.room, newLearner(room.room).clientId)],
    ['a topic of their own making', (own) => `w1/${room.room}/l/${own}/more`],
    ['something in another room', (own) => `w1/0123456789ab/l/${own}/p`],
    ['something as the broker', () => '$SYS/forged'],
  ];

  test.each(forgeries)('nothing as %s', async (_, topic) => {
    const host = await watch();
    const learner = newLearner(room.room);
    const raw = await connect(learner);
    raw.send(publishPacket(topic(learner.clientId), 'forged', { retain: true }));
    await Promise.race([raw.closed, raw.next('puback')]);
    await settle(host);
    expect(payloadsAt(host)).not.toContain('forged');
  });

  test.each(forgeries)('nothing by a will as %s', async (_, topic) => {
    const host = await watch();
    const learner = newLearner(room.room);
    const raw = await connect(learner, { topic: topic(learner.clientId), payload: 'forged' });
    raw.cut();
    await raw.closed;
    // The will of somebody else, cut off later, marks the moment after which this one would have been said.
    const honest = newLearner(room.room);
    const later = await connect(honest, { topic: presenceTopic(room.room, honest.clientId), payload: 'honest will' });
    later.cut();
    while (!payloadsAt(host).includes('honest will')) await host.next('publish');
    await settle(host);
    expect(payloadsAt(host)).not.toContain('forged');
  });

  test.each([
    ['a presence of more than 512 bytes', presenceTopic, 513],
    ['progress of more than 4 KB', progressTopic, 4097],
    ['a frame of more than 16 KB', progressTopic, 20_000],
  ])('nothing in %s', async (_, topic, sizeBytes) => {
    const host = await watch();
    const learner = newLearner(room.room);
    const raw = await connect(learner);
    raw.send(publishPacket(topic(room.room, learner.clientId), 'x'.repeat(sizeBytes), { retain: true }));
    await raw.closed;
    await settle(host);
    expect(payloadsAt(host).filter((payload) => payload.startsWith('x'))).toEqual([]);
  });

  test('a retained answer, or anything that is to be delivered exactly once, is not taken', async () => {
    const host = await watch();
    const learner = newLearner(room.room);
    const raw = await connect(learner);
    raw.send(publishPacket(`w1/${room.room}/l/${learner.clientId}/show`, 'kept', { retain: true }));
    await raw.closed;
    const other = await connect(learner);
    other.send(publishPacket(progressTopic(room.room, learner.clientId), 'twice', { qos: 2 }));
    await other.closed;
    await settle(host);
    expect(payloadsAt(host)).not.toEqual(expect.arrayContaining(['kept']));
    expect(payloadsAt(host)).not.toEqual(expect.arrayContaining(['twice']));
  });

  test('a flood ends the connection, and no more than ten of it get through', async () => {
    const host = await watch();
    const learner = newLearner(room.room);
    const raw = await connect(learner);
    for (let index = 0; index < 200; index++)
      raw.send(publishPacket(progressTopic(room.room, learner.clientId), `flood ${index}`, { qos: 0 }));
    await raw.closed;
    await settle(host);
    expect(payloadsAt(host).filter((payload) => payload.startsWith('flood')).length).toBeLessThanOrEqual(10);
  });

  test('no bytes that are no packet break the broker', async () => {
    const learner = newLearner(room.room);
    for (const bytes of [Buffer.alloc(64, 0xff), Buffer.from('GET / HTTP/1.1\r\n\r\n'), Buffer.from([0x30, 0x7f])]) {
      const raw = await connect(learner);
      raw.sendBytes(bytes);
      raw.cut();
      await raw.closed;
    }
    const raw = await connect(newLearner(room.room));
    raw.send({ cmd: 'pingreq' });
    expect(await raw.next('pingresp')).not.toBeNull();
  });
});

describe('an assistant', () => {
  const assistant = () => cohostIdentity(room.room, makeCohostToken(room.hostSecret, Date.parse('2100-01-01')));

  test('answers learners and hears the room', async () => {
    const host = await watch();
    const raw = await connect(assistant());
    raw.send({ cmd: 'subscribe', messageId: 3, subscriptions: [{ topic: roomFilter(room.room), qos: 1 }] });
    expect((await raw.next('suback'))?.granted).toEqual([1]);
    raw.send(publishPacket(privateTopic(room.room, newLearner(room.room).clientId), 'I come'));
    await raw.next('puback');
    await settle(host);
    expect(payloadsAt(host)).toContain('I come');
  });

  test.each([
    ['the class', () => stateTopic(room.room)],
    ['a poll', () => pollTopic(room.room)],
    ['a learner’s progress', () => progressTopic(room.room, newLearner(room.room).clientId)],
  ])('has no power over %s', async (_, topic) => {
    const host = await watch();
    const raw = await connect(assistant());
    raw.send(publishPacket(topic(), 'forged', { retain: true }));
    await raw.closed;
    await settle(host);
    expect(payloadsAt(host)).not.toContain('forged');
  });
});

test('a host cannot put words into a learner’s mouth', async () => {
  const host = await watch();
  const learner = learnerIdentity(room.room, makeSecret());
  const other = await connect(hostIdentity(room.hostSecret));
  other.send(publishPacket(progressTopic(room.room, learner.clientId), 'forged', { retain: true }));
  await other.closed;
  await settle(host);
  expect(payloadsAt(host)).not.toContain('forged');
});
