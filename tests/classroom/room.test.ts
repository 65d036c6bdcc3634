import { describe, expect, test } from 'vitest';
import { openHostSession } from '../../src/classroom/host/session.ts';
import { hostIdentity } from '../../src/classroom/identity.ts';
import { openLearnerSession } from '../../src/classroom/learner/session.ts';
import { openRoomMemory } from '../../src/classroom/memory.ts';
import { brokers } from './brokers.ts';
import { outline, type TestRoom, until } from './room.ts';
import { openStorage } from './world.ts';

/** Whole classes over a real broker. How fast is measured by `npm run bench:class`; here it is about being complete. */

const hostOf = (room: TestRoom) =>
  openHostSession({
    identity: hostIdentity(room.hostSecret),
    transport: room.transport(),
    outline,
    memory: openRoomMemory(room.room, openStorage),
  });

function learnerOf(room: TestRoom, nick: string) {
  const storage = openStorage();
  const memory = openRoomMemory(room.room, () => storage);
  return openLearnerSession({ room: room.room, transport: room.transport(), memory, nick });
}

for (const { name, isHere, open } of brokers)
  describe.runIf(isHere)(name, () => {
    test('a room of thirty: everybody is on the board, and hears the instructor', async () => {
      const room = await open();
      const host = hostOf(room);
      await host.open();
      const learners = Array.from({ length: 30 }, (_, index) => learnerOf(room, `Otter ${index}`));
      await Promise.all(learners.map((learner) => learner.join()));
      host.setGate('one');
      await Promise.all(learners.map((learner) => until(learner, ({ control }) => control?.gate === 'one')));
      for (const [index, learner] of learners.entries())
        learner.note('one', { state: index < 10 ? 'passed' : 'trying', attempts: 1 });
      await until(
        host,
        ({ board }) => [...board.rows.values()].filter(({ exercises }) => exercises.size === 1).length === 30,
      );
      const states = [...host.state().board.rows.values()].map(({ exercises }) => exercises.get('one')?.state);
      expect(states.filter((state) => state === 'passed')).toHaveLength(10);
      expect(host.state().board.refused).toBe(0);

      const late = hostOf(room);
      await late.open();
      await until(late, ({ board, control }) => board.rows.size === 30 && control.gate === 'one');
      await until(late, ({ board }) =>
        [...board.rows.values()].every(({ on, exercises }) => on && exercises.size === 1),
      );

      await host.end();
      await Promise.all(learners.map((learner) => until(learner, ({ phase }) => phase === 'ended')));
      await late.close();
      await Promise.all(learners.map((learner) => learner.close()));
      await room.close();
    });

    test('the broker is killed and comes back without memory: state and board are complete again', async () => {
      const room = await open();
      const host = hostOf(room);
      await host.open();
      const learners = Array.from({ length: 5 }, (_, index) => learnerOf(room, `Otter ${index}`));
      await Promise.all(learners.map((learner) => learner.join()));
      host.setNote('Back at 14:10');
      for (const learner of learners) learner.note('one', { state: 'trying', attempts: 1 });
      await until(
        host,
        ({ board }) => [...board.rows.values()].filter(({ exercises }) => exercises.size === 1).length === 5,
      );
      await room.kill();
      await until(host, ({ connection }) => connection === 'retrying');
      await Promise.all(learners.map((learner) => until(learner, ({ connection }) => connection === 'retrying')));
      // Graded while the class is away: it is on the board once, when it is back.
      for (const learner of learners) learner.note('one', { state: 'passed', attempts: 2 });
      await room.revive();
      await until(host, ({ connection }) => connection === 'open');
      await until(host, ({ board }) =>
        [...board.rows.values()].every(({ on, exercises }) => on && exercises.get('one')?.state === 'passed'),
      );
      expect(host.state().board.rows.size).toBe(5);
      const late = learnerOf(room, 'Late');
      await late.join();
      await until(late, ({ control }) => control?.note === 'Back at 14:10');
      await Promise.all([late, ...learners].map((learner) => learner.close()));
      await host.close();
      await room.close();
    });
  });
