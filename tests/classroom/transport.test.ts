import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hostIdentity, learnerIdentity, makeSecret } from '../../src/classroom/identity.ts';
import { presenceTopic, privateTopic, progressTopic, roomFilter, stateTopic } from '../../src/classroom/topics.ts';
import type { ClassMessage, ClassTransport } from '../../src/classroom/transport.ts';
import { brokers } from './brokers.ts';
import { collect, newLearner, openBrowserRoom, type TestRoom } from './room.ts';

/** What every adapter promises, whatever it is made of. */

const say = (topic: string, payload: string, retain = false): ClassMessage => ({ topic, payload, qos: 1, retain });

const ways = [
  ...brokers,
  { name: 'the tabs of one browser', isHere: true, keeps: () => true, open: () => Promise.resolve(openBrowserRoom()) },
];

for (const { name, isHere, keeps, open } of ways)
  describe.runIf(isHere)(name, () => {
    let room: TestRoom;
    let opened: ClassTransport[];

    const transport = (): ClassTransport => {
      const next = room.transport();
      opened.push(next);
      return next;
    };
    const host = async (): Promise<ClassTransport> => {
      const next = transport();
      await next.open(hostIdentity(room.hostSecret), null);
      return next;
    };

    beforeEach(async () => {
      room = await open();
      opened = [];
    });
    afterEach(async () => {
      await Promise.all(opened.toReversed().map((each) => each.close()));
      await room.close();
    });

    test('who comes late hears what was retained, and that it is old', async () => {
      const board = await host();
      board.publish(say(stateTopic(room.room), 'set', true));
      const learner = newLearner(room.room);
      const late = transport();
      const heard = collect(late, `w1/${room.room}/c/#`);
      await late.open(learner, null);
      await heard.until((messages) => messages.length === 1);
      expect(heard.messages[0]).toEqual({ topic: stateTopic(room.room), payload: 'set', retained: true });
    });

    test('a learner reaches the host, the host a learner, and no learner another', async () => {
      const board = await host();
      const [anna, ben] = [newLearner(room.room), newLearner(room.room)];
      const [ofAnna, ofBen] = [transport(), transport()];
      const atBoard = collect(board, roomFilter(room.room));
      const atAnna = collect(ofAnna, `w1/${room.room}/to/${anna.clientId}/#`);
      const atBen = collect(ofBen, `w1/${room.room}/#`);
      await ofAnna.open(anna, null);
      await ofBen.open(ben, null);
      ofAnna.publish(say(progressTopic(room.room, anna.clientId), 'here', true));
      await atBoard.until((messages) => messages.some(({ payload }) => payload === 'here'));
      board.publish(say(privateTopic(room.room, anna.clientId), 'for you'));
      await atAnna.until((messages) => messages.some(({ payload }) => payload === 'for you'));
      expect(atBen.messages).toEqual([]);
    });

    test('who leaves in order says nothing; what they published is delivered', async () => {
      const board = await host();
      const heard = collect(board, roomFilter(room.room));
      const learner = newLearner(room.room);
      const going = transport();
      const on = presenceTopic(room.room, learner.clientId);
      await going.open(learner, say(on, 'will', true));
      going.publish(say(on, 'bye', true));
      await going.close();
      await heard.until((messages) => messages.some(({ payload }) => payload === 'bye'));
      board.publish(say(stateTopic(room.room), 'after', true));
      await heard.until((messages) => messages.some(({ payload }) => payload === 'after'));
      expect(heard.messages.map(({ payload }) => payload)).not.toContain('will');
    });

    test('a second connection takes the place of the first, whose will is said after it', async () => {
      const board = await host();
      const heard = collect(board, roomFilter(room.room));
      const secret = makeSecret();
      const learner = learnerIdentity(room.room, secret);
      const on = presenceTopic(room.room, learner.clientId);
      const [first, second] = [transport(), transport()];
      await first.open(learner, say(on, 'will of the first', true));
      await second.open(learner, say(on, 'will of the second', true));
      await heard.until((messages) => messages.some(({ payload }) => payload === 'will of the first'));
      await first.close();
      second.publish(say(on, 'I am here', true));
      await heard.until((messages) => messages.some(({ payload }) => payload === 'I am here'));
    });

    test('a wrong secret is refused', async () => {
      await host();
      const learner = newLearner(room.room);
      const [forger, usurper] = [transport(), transport()];
      if (keeps('learner secrets')) {
        await expect(forger.open({ ...learner, password: makeSecret() }, null)).rejects.toThrow('refused');
        expect(forger.status).toBe('refused');
      }
      await expect(usurper.open({ ...hostIdentity(room.hostSecret), password: makeSecret() }, null)).rejects.toThrow(
        'refused',
      );
    });

    test('an empty payload makes the broker forget', async () => {
      const board = await host();
      const learner = newLearner(room.room);
      const going = transport();
      const heard = collect(board, roomFilter(room.room));
      const on = presenceTopic(room.room, learner.clientId);
      await going.open(learner, null);
      going.publish(say(on, 'here', true));
      going.publish(say(on, '', true));
      await heard.until((messages) => messages.length === 2);
      const late = transport();
      const lateHeard = collect(late, roomFilter(room.room));
      await late.open(hostIdentity(room.hostSecret), null);
      late.publish(say(stateTopic(room.room), 'mark', true));
      await lateHeard.until((messages) => messages.some(({ payload }) => payload === 'mark'));
      expect(lateHeard.messages.map(({ payload }) => payload)).toEqual(['mark']);
    });

    test('offline, the newest of each topic waits, and what was said in passing does not', async () => {
      const board = await host();
      const heard = collect(board, roomFilter(room.room));
      const learner = newLearner(room.room);
      const [p, on] = [progressTopic(room.room, learner.clientId), presenceTopic(room.room, learner.clientId)];
      const later = transport();
      later.publish(say(p, '1', true));
      later.publish({ ...say(on, 'in passing'), qos: 0 });
      later.publish(say(p, '2', true));
      later.publish(say(on, 'here', true));
      await later.open(learner, null);
      await heard.until((messages) => messages.length >= 2);
      expect(heard.messages.map(({ payload }) => payload)).toEqual(['2', 'here']);
    });
  });
