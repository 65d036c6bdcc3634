import { describe, expect, test } from 'vitest';
import {
  cohostIdentity,
  hostIdentity,
  type Identity,
  makeCohostToken,
  makeSecret,
} from '../../src/classroom/identity.ts';
import { attackRoom } from './attacker.ts';
import { brokers } from './brokers.ts';
import { connectPacket, connectRaw } from './raw.ts';
import { newLearner } from './room.ts';

/** Who gets into a room, on each broker that is here. */

for (const broker of brokers)
  describe.runIf(broker.isHere)(broker.name, () => {
    const attacked = attackRoom(broker);
    const testIf = broker.testIf;
    const learner = () => newLearner(attacked.room.room);
    const host = () => hostIdentity(attacked.room.hostSecret);

    test('whoever shows what is asked comes in', async () => {
      for (const identity of [learner(), host()]) {
        const raw = await attacked.knock();
        raw.send(connectPacket(attacked.room.shown(identity)));
        expect((await raw.next('connack'))?.returnCode).toBe(0);
      }
    });

    test.each<[string, () => Pick<Identity, 'clientId' | 'username' | 'password'>]>([
      ['a wrong host secret', () => ({ ...host(), password: makeSecret() })],
      ['the host of another room', () => hostIdentity(makeSecret())],
      ['a learner with the secret of another', () => ({ ...learner(), password: makeSecret() })],
      ['a client id that is not the user', () => ({ ...learner(), clientId: learner().clientId })],
      [
        'a pass for assistants that has expired',
        () => cohostIdentity(attacked.room.room, makeCohostToken(attacked.room.hostSecret, 1)),
      ],
      [
        'a pass for assistants of another room',
        () => cohostIdentity(attacked.room.room, makeCohostToken(makeSecret(), 4e12)),
      ],
    ])('%s is refused', async (_, credentials) => {
      const raw = await attacked.knock();
      raw.send(connectPacket(credentials()));
      expect((await raw.next('connack'))?.returnCode).toBe(5);
      await raw.closed;
    });

    testIf('client ids')('a host’s name with a learner’s client id is refused', async () => {
      const raw = await attacked.knock();
      raw.send(connectPacket({ ...host(), clientId: learner().clientId }));
      expect((await raw.next('connack'))?.returnCode).toBe(5);
      await raw.closed;
    });

    testIf('learner secrets')('no name at all is refused', async () => {
      const raw = await attacked.knock();
      raw.send(connectPacket({ clientId: learner().clientId }));
      expect((await raw.next('connack'))?.returnCode).toBe(5);
      await raw.closed;
    });

    test('no client id at all is refused', async () => {
      const raw = await attacked.knock();
      raw.send(connectPacket({ clientId: '' }));
      expect((await raw.next('connack'))?.returnCode).not.toBe(0);
      await raw.closed;
    });

    testIf('clean sessions')('a session that would outlive its connection is refused', async () => {
      const raw = await attacked.knock();
      raw.send({ ...connectPacket(learner()), clean: false } as never);
      await raw.closed;
    });

    testIf('origins')('another site’s page is turned away, and so is another path', async () => {
      const { url } = attacked.room;
      await expect(connectRaw(url, { origin: 'https://evil.example' })).rejects.toThrow('403');
      await expect(connectRaw(url.replace('/mqtt', '/'))).rejects.toThrow('404');
    });

    test('a page of the broker’s own origin comes in, cookies and all', async () => {
      const origin = new URL(attacked.room.url.replace('ws', 'http')).origin;
      const raw = await attacked.knock({ origin, cookie: `kept=${'x'.repeat(3000)}` });
      raw.send(connectPacket(attacked.room.shown(learner())));
      expect((await raw.next('connack'))?.returnCode).toBe(0);
    });

    testIf('room size', 'connections of one address')(
      'a room holds as many as it was opened for, and one address no more than its share',
      async () => {
        const small = await broker.open({ roomSize: 3, perAddress: 5 });
        const enter = async () => {
          const raw = await connectRaw(small.url);
          raw.send(connectPacket(newLearner(small.room)));
          return { raw, code: (await raw.next('connack'))?.returnCode };
        };
        const all = [await enter(), await enter(), await enter()];
        expect(all.map(({ code }) => code)).toEqual([0, 0, 0]);
        const oneTooMany = await enter();
        expect(oneTooMany.code).toBe(3);
        await oneTooMany.raw.closed;
        const idle = [await connectRaw(small.url), await connectRaw(small.url)];
        await expect(connectRaw(small.url)).rejects.toThrow('429');
        expect(all.every(({ raw }) => raw.isOpen)).toBe(true);
        for (const raw of idle) raw.cut();
        await small.close();
      },
    );

    testIf('room size')('a room that all knock at in one moment holds no more', async () => {
      const small = await broker.open({ roomSize: 3, perAddress: 50 });
      const all = await Promise.all(Array.from({ length: 20 }, () => connectRaw(small.url)));
      for (const raw of all) raw.send(connectPacket(newLearner(small.room)));
      const codes = await Promise.all(all.map(async (raw) => (await raw.next('connack'))?.returnCode));
      expect(codes.filter((code) => code === 0)).toHaveLength(3);
      await small.close();
    });

    testIf('learner secrets')('a second client with a victim’s id and no secret leaves the victim alone', async () => {
      const victim = learner();
      const raw = await attacked.connect(victim);
      const usurper = await attacked.knock();
      usurper.send(connectPacket({ ...victim, password: makeSecret() }));
      expect((await usurper.next('connack'))?.returnCode).toBe(5);
      raw.send({ cmd: 'pingreq' });
      expect(await raw.next('pingresp')).not.toBeNull();
    });
  });
