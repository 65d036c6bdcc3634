import { describe, expect, test } from 'vitest';
import { cohostIdentity, hostIdentity, makeCohostToken } from '../../src/classroom/identity.ts';
import {
  answerTopic,
  boardsTopic,
  eventTopic,
  pollTopic,
  presenceTopic,
  privateTopic,
  progressTopic,
  roomFilter,
  stateTopic,
} from '../../src/classroom/topics.ts';
import { attackRoom, payloadsAt, settle } from './attacker.ts';
import { brokers } from './brokers.ts';
import { publishPacket, type RawConnection } from './raw.ts';
import { newLearner } from './room.ts';

const times = (count: number, act: () => void): void => {
  for (let index = 0; index < count; index++) act();
};

/** What somebody with a script of their own may try on a real broker, packet by packet. */

for (const broker of brokers)
  describe.runIf(broker.isHere)(broker.name, () => {
    const attacked = attackRoom(broker);
    const { testIf } = broker;
    const idOfRoom = () => attacked.room.room;
    const learner = () => newLearner(idOfRoom());
    const another = () => learner().clientId;
    /** What the host has heard once an act had its effect. */
    const heardAfter = async (act: () => Promise<unknown>): Promise<readonly string[]> => {
      const host = await attacked.watch();
      await act();
      await settle(host, attacked.room);
      return payloadsAt(host);
    };

    test('a learner hears nothing of others, whatever the filter', async () => {
      const room = idOfRoom();
      const filters = ['#', '+/#', 'w1/+/c/#', roomFilter(room), `w1/${room}/l/+/p`, `w1/${room}/to/+/m`, '$SYS/#'];
      const victim = learner();
      const other = await attacked.connect(victim);
      const sayProgress = async (payload: string): Promise<unknown> => {
        other.send(publishPacket(progressTopic(room, victim.clientId), payload, { retain: true }));
        return other.next('puback');
      };
      await sayProgress('kept');
      const listeners = await Promise.all(
        filters.map(async (topic) => {
          const raw = await attacked.connect(learner());
          raw.send({ cmd: 'subscribe', messageId: 3, subscriptions: [{ topic, qos: 1 }] });
          return { topic, raw, granted: (await raw.next('suback'))?.granted };
        }),
      );
      if (broker.keeps('refused subscriptions are named'))
        expect(listeners.map(({ granted }) => granted)).toEqual(filters.map(() => [128]));
      const heardByHost = await heardAfter(async () => {
        const host = await attacked.connect(hostIdentity(attacked.room.hostSecret));
        host.send(publishPacket(privateTopic(room, victim.clientId), 'secret'));
        await host.next('puback');
        await sayProgress('live');
      });
      expect(heardByHost).toEqual(expect.arrayContaining(['kept', 'secret', 'live']));
      for (const { topic, raw } of listeners) {
        raw.send({ cmd: 'pingreq' });
        await raw.next('pingresp');
        // What the instructor says to all is for this learner too, where the broker takes the filter for a wish.
        const overheard = payloadsAt(raw).filter((payload) => payload !== 'mark');
        expect({ topic, overheard }).toEqual({ topic, overheard: [] });
      }
    });

    test('nobody hears what the boards say to each other by calling themselves as they do', async () => {
      const [, , , boards = ''] = boardsTopic(idOfRoom()).split('/');
      const raw = await attacked.connect({ ...learner(), clientId: boards, username: boards });
      if (raw.isOpen) {
        raw.send({ cmd: 'subscribe', messageId: 3, subscriptions: [{ topic: boardsTopic(idOfRoom()), qos: 1 }] });
        await raw.next('suback');
      }
      const host = await attacked.watch();
      host.send(publishPacket(boardsTopic(idOfRoom()), 'between boards'));
      await settle(host, attacked.room);
      if (raw.isOpen) {
        raw.send({ cmd: 'pingreq' });
        await raw.next('pingresp');
      }
      expect(payloadsAt(host)).toContain('between boards');
      expect(payloadsAt(raw)).toEqual([]);
    });

    describe('a learner says', () => {
      const forgeries: readonly (readonly [string, (own: string) => string])[] = [
        ['the class’s state', () => stateTopic(idOfRoom())],
        ['a poll', () => pollTopic(idOfRoom())],
        ['an announcement', () => eventTopic(idOfRoom())],
        ['another’s presence', () => presenceTopic(idOfRoom(), another())],
        ['another’s progress', () => progressTopic(idOfRoom(), another())],
        ['a message to another', () => privateTopic(idOfRoom(), another())],
        ['a topic of their own making', (own) => `w1/${idOfRoom()}/l/${own}/more`],
        ['something in another room', (own) => `w1/0123456789ab/l/${own}/p`],
        ['something as the broker', () => '$SYS/forged'],
      ];
      const startWith = (start: string) => (payload: string) => payload.startsWith(start);

      test('nothing in the name of others', async () => {
        const heard = await heardAfter(() =>
          Promise.all(
            forgeries.map(async ([what, topicOf]) => {
              const forger = learner();
              const raw = await attacked.connect(forger);
              raw.send(publishPacket(topicOf(forger.clientId), `forged: ${what}`, { retain: true }));
              await Promise.race([raw.closed, raw.next('puback')]);
            }),
          ),
        );
        expect(heard.filter(startWith('forged'))).toEqual([]);
      });

      test('nothing in the name of others by a will', async () => {
        const host = await attacked.watch();
        await Promise.all(
          forgeries.map(async ([what, topicOf]) => {
            const forger = learner();
            const will = { topic: topicOf(forger.clientId), payload: `forged will: ${what}` };
            const raw = await attacked.connect(forger, will);
            raw.cut();
            await raw.closed;
          }),
        );
        // The will of somebody else, cut off later, marks the moment after which these would have been said.
        const honest = learner();
        const will = { topic: presenceTopic(idOfRoom(), honest.clientId), payload: `will of ${honest.clientId}` };
        (await attacked.connect(honest, will)).cut();
        await host.until(will.payload);
        await settle(host, attacked.room);
        expect(payloadsAt(host).filter(startWith('forged'))).toEqual([]);
      });

      const sendOwn = async (kind: typeof presenceTopic, payload: string, options = {}): Promise<void> => {
        const own = learner();
        const raw = await attacked.connect(own);
        raw.send(publishPacket(kind(idOfRoom(), own.clientId), payload, { retain: true, ...options }));
        await Promise.race([raw.closed, raw.next('puback')]);
      };
      testIf('sizes by topic').each([
        ['a presence of more than 512 bytes', presenceTopic, 513],
        ['progress of more than 4 KB', progressTopic, 4097],
      ])('nothing in %s', async (_, kind, sizeBytes) => {
        const heard = await heardAfter(() => sendOwn(kind, 'x'.repeat(sizeBytes)));
        expect(heard.filter(startWith('x'))).toEqual([]);
      });

      test('nothing in a frame of more than 16 KB', async () => {
        const heard = await heardAfter(() => sendOwn(progressTopic, 'x'.repeat(20_000)));
        expect(heard.filter(startWith('x'))).toEqual([]);
      });

      testIf('retained by topic')('no answer that is to be kept', async () => {
        expect(await heardAfter(() => sendOwn(answerTopic, 'kept answer'))).not.toContain('kept answer');
      });

      test('nothing that is to be delivered exactly once', async () => {
        expect(await heardAfter(() => sendOwn(progressTopic, 'twice', { qos: 2 }))).not.toContain('twice');
      });

      testIf('rates')('no flood: it ends the connection, and no more than ten of it get through', async () => {
        const heard = await heardAfter(async () => {
          const own = learner();
          const raw = await attacked.connect(own);
          const topic = progressTopic(idOfRoom(), own.clientId);
          for (let index = 0; index < 200; index++) raw.send(publishPacket(topic, `flood ${index}`, { qos: 0 }));
          await raw.closed;
        });
        expect(heard.filter(startWith('flood')).length).toBeLessThanOrEqual(10);
      });

      testIf('rates').each<[string, (raw: RawConnection) => void]>([
        ['pings, one by one', (raw) => times(400, () => raw.send({ cmd: 'pingreq' }))],
        ['pings, all in one frame', (raw) => raw.sendBytes(Buffer.alloc(800, Buffer.from([0xc0, 0])))],
        ['acknowledgements of nothing', (raw) => times(400, () => raw.send({ cmd: 'puback', messageId: 7 }))],
        [
          'wishes to hear less',
          (raw) => times(400, () => raw.send({ cmd: 'unsubscribe', messageId: 7, unsubscriptions: ['a'] })),
        ],
        ['bytes that are not yet a packet', (raw) => times(400, () => raw.sendBytes(Buffer.from([])))],
      ])('no flood of %s: it ends the connection, and nobody else’s', async (_, flood) => {
        const [raw, other] = [await attacked.connect(learner()), await attacked.connect(learner())];
        flood(raw);
        await raw.closed;
        other.send({ cmd: 'pingreq' });
        expect(await other.next('pingresp')).not.toBeNull();
      });

      test('no bytes that break the broker', async () => {
        for (const bytes of [
          Buffer.alloc(64, 0xff),
          Buffer.from('GET / HTTP/1.1\r\n\r\n'),
          Buffer.from([0x30, 0x7f]),
        ]) {
          const raw = await attacked.connect(learner());
          raw.sendBytes(bytes);
          raw.cut();
          await raw.closed;
        }
        const raw = await attacked.connect(learner());
        raw.send({ cmd: 'pingreq' });
        expect(await raw.next('pingresp')).not.toBeNull();
      });
    });

    describe('an assistant', () => {
      const assistant = () => cohostIdentity(idOfRoom(), makeCohostToken(attacked.room.hostSecret, 4e12));

      testIf('assistants')('answers learners and hears the room', async () => {
        const heard = await heardAfter(async () => {
          const raw = await attacked.connect(assistant());
          raw.send({ cmd: 'subscribe', messageId: 3, subscriptions: [{ topic: roomFilter(idOfRoom()), qos: 1 }] });
          expect((await raw.next('suback'))?.granted).toEqual([1]);
          raw.send(publishPacket(privateTopic(idOfRoom(), another()), 'I come'));
          await raw.next('puback');
        });
        expect(heard).toContain('I come');
      });

      test.each([
        ['the class', () => stateTopic(idOfRoom())],
        ['a poll', () => pollTopic(idOfRoom())],
        ['a learner’s progress', () => progressTopic(idOfRoom(), another())],
      ])('has no power over %s', async (_, topic) => {
        const heard = await heardAfter(async () => {
          const raw = await attacked.connect(assistant());
          if (raw.isOpen) raw.send(publishPacket(topic(), 'forged', { retain: true }));
          await raw.closed;
        });
        expect(heard).not.toContain('forged');
      });
    });

    testIf('what a host may say')('a host cannot put words into a learner’s mouth', async () => {
      const heard = await heardAfter(async () => {
        const raw = await attacked.connect(hostIdentity(attacked.room.hostSecret));
        raw.send(publishPacket(progressTopic(idOfRoom(), another()), 'forged', { retain: true }));
        await raw.closed;
      });
      expect(heard).not.toContain('forged');
    });
  });
