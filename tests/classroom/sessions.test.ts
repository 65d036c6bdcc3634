import { describe, expect, test } from 'vitest';
import {
  countAttendance,
  countFaults,
  countGoals,
  countStates,
  countVotes,
  listHelp,
  listStuck,
} from '../../src/classroom/host/views.ts';
import { cohostIdentity, makeCohostToken } from '../../src/classroom/identity.ts';
import type { Notice } from '../../src/classroom/learner/types.ts';
import { progressTopic } from '../../src/classroom/topics.ts';
import { outline } from './room.ts';
import { openStorage, openWorld } from './world.ts';

/** An instructor and learners, from the first greeting to the end. */

const missing = 'iam/no-statement#get-layer';

async function openClass(names: readonly string[] = ['Anna', 'Ben', 'Cleo']) {
  const world = openWorld();
  const host = world.openHost();
  await host.session.open();
  world.clock.pass(1000);
  const learners = names.map((name) => world.openLearner(name));
  for (const { session } of learners) await session.join();
  world.clock.pass(2000);
  const [first, second, third] = learners;
  if (first === undefined) throw new Error('A class has a learner.');
  const rows = () => [...host.session.state().board.rows.values()];
  return { world, host, learners, first, second: second ?? first, third: third ?? first, rows };
}

function noticesOf(session: { onNotice(listener: (notice: Notice) => void): unknown }): readonly Notice[] {
  const notices: Notice[] = [];
  session.onNotice((notice) => notices.push(notice));
  return notices;
}

describe('the board', () => {
  test('shows who is there, by the name they gave', async () => {
    const { host, rows, world } = await openClass();
    expect(rows().map(({ nick }) => nick)).toEqual(['Anna', 'Ben', 'Cleo']);
    expect(countAttendance(host.session.state().board, world.clock.now(), 2000)).toEqual({
      joined: 3,
      active: 3,
      away: 0,
      gone: 0,
    });
  });

  test('tells away from gone, and forgives a page that is left for the next', async () => {
    const { host, world, first, second } = await openClass();
    const count = () => countAttendance(host.session.state().board, world.clock.now(), 2000);
    first.session.setAway(true);
    second.transport.cut();
    world.clock.pass(200);
    expect(count()).toMatchObject({ active: 2, away: 1, gone: 0 });
    world.clock.pass(15_000);
    expect(count()).toMatchObject({ active: 1, away: 1, gone: 1 });
    second.transport.mend();
    world.clock.pass(1500);
    expect(count()).toMatchObject({ active: 2, away: 1, gone: 0 });
  });

  test('that is opened late names who is gone', async () => {
    const { world, second } = await openClass();
    second.transport.cut();
    world.clock.pass(20_000);
    const late = world.openHost();
    await late.session.open();
    world.clock.pass(1500);
    const rows = [...late.session.state().board.rows.values()];
    expect(rows.find(({ on }) => !on)).toMatchObject({ nick: 'Ben' });
  });

  test('a learner who only reads stays active', async () => {
    const { host, world } = await openClass();
    world.clock.pass(20 * 60_000);
    expect(countAttendance(host.session.state().board, world.clock.now(), 2000).active).toBe(3);
  });

  test('counts states, goals and faults', async () => {
    const { host, world, first, second, third } = await openClass();
    first.session.note('one', { state: 'trying', attempts: 1, faults: [missing, 'iam/unknown-action'], goals: '110' });
    second.session.note('one', { state: 'trying', attempts: 2, faults: [missing], goals: '100' });
    third.session.note('one', { state: 'passed', attempts: 3 });
    world.clock.pass(5000);
    const { board } = host.session.state();
    expect(countStates(board, 'one')).toEqual({ none: 0, seen: 0, trying: 2, passed: 1, skipped: 0, revealed: 0 });
    expect(countGoals(board, 'one', 3)).toEqual([3, 2, 1]);
    expect(countFaults(board, 'now').map(({ code, learners }) => [code, learners.length])).toEqual([
      [missing, 2],
      ['iam/unknown-action', 1],
    ]);
    second.session.note('one', { state: 'passed' });
    world.clock.pass(5000);
    expect(countFaults(host.session.state().board, 'now')[0]?.learners).toHaveLength(1);
    expect(countFaults(host.session.state().board, 'ever')[0]?.learners).toHaveLength(2);
  });

  test('finds who is stuck: by three attempts with one fault, or by twice the minutes', async () => {
    const { host, world, first, second, third, rows } = await openClass();
    for (const attempts of [1, 2, 3]) {
      first.session.note('one', { state: 'trying', attempts, faults: [missing] });
      third.session.note('one', {
        state: 'trying',
        attempts,
        faults: [attempts === 2 ? missing : 'iam/unknown-action'],
      });
      world.clock.pass(4000);
    }
    second.session.note('two', { state: 'trying', attempts: 1 });
    const stuck = () => listStuck(host.session.state().board, outline, world.clock.now(), 2000);
    expect(stuck()).toMatchObject([{ learner: rows()[0]?.id, exercise: 'one', why: 'same-fault', code: missing }]);
    world.clock.pass(11 * 60_000);
    expect(stuck()).toMatchObject([{ why: 'same-fault' }, { exercise: 'two', why: 'slow' }]);
  });

  test('whatever a learner’s clock says, waiting times are by the host’s', async () => {
    const { host, world, first } = await openClass();
    first.session.askHelp(2);
    world.clock.pass(60_000);
    const [row] = listHelp(host.session.state().board);
    expect(world.clock.now() - (row?.help?.since.at ?? 0)).toBeGreaterThanOrEqual(59_000);
    expect(row?.help?.since.atLeast).toBe(false);
  });
});

describe('the instructor', () => {
  test('sets the pace, and takes it back', async () => {
    const { host, first } = await openClass();
    host.session.setGate('one');
    host.session.openHints('one', true);
    host.session.setNote('Back at 14:10');
    expect(first.session.state()).toMatchObject({
      phase: 'in',
      control: { mode: 'gate', gate: 'one', note: 'Back at 14:10' },
    });
    expect([...first.session.state().open.hints]).toEqual(['one']);
    host.session.moveTo({ lesson: 'a-lesson', step: 'a-section' }, 'slides');
    host.session.undo();
    host.session.undo();
    expect(first.session.state().control?.at).toEqual({ lesson: 'a-lesson', step: 'a-section' });
    expect([...first.session.state().open.hints]).toEqual([]);
    expect(first.session.state().control).toMatchObject({ mode: 'gate', note: '' });
    host.session.undo();
    expect(first.session.state().control).toMatchObject({ mode: 'free', gate: null });
    expect(host.session.state().undoable).toBeNull();
  });

  test('runs a timer that a late learner shares', async () => {
    const { host, world, first } = await openClass();
    host.session.startTimer(300_000);
    const endsAt = world.clock.now() + 300_000;
    expect(first.session.state().timerEndsAt).toBe(endsAt);
    world.clock.pass(60_000);
    const late = world.openLearner('Late');
    await late.session.join();
    expect(late.session.state().timerEndsAt).toBe(endsAt);
    host.session.stopTimer();
    expect(late.session.state().timerEndsAt).toBeNull();
  });

  test('nudges those who have a fault, and nobody else', async () => {
    const { host, first, second, world } = await openClass();
    first.session.note('one', { state: 'trying', faults: [missing] });
    world.clock.pass(5000);
    const [ofFirst, ofSecond] = [noticesOf(first.session), noticesOf(second.session)];
    host.session.nudge('iam/no-statement', 'Which call fetches a layer?');
    expect(ofFirst).toEqual([
      { kind: 'nudge', code: 'iam/no-statement', text: 'Which call fetches a layer?', exercises: ['one'] },
    ]);
    expect(ofSecond).toEqual([]);
    host.session.announce('Five\nmore minutes\u202e');
    expect(ofSecond).toEqual([{ kind: 'announce', text: 'Five more minutes' }]);
  });

  test('answers a flag: seen, taken, done', async () => {
    const { host, world, first, rows } = await openClass();
    const id = rows()[0]?.id ?? '';
    first.session.askHelp(1);
    world.clock.pass(1000);
    expect(listHelp(host.session.state().board)).toHaveLength(1);
    host.session.see(id);
    expect(first.session.state().help).toMatchObject({ level: 1, answer: 'seen' });
    host.session.take(id, 'Kim');
    world.clock.pass(200);
    expect(first.session.state().help).toMatchObject({ answer: 'taken', by: 'Kim' });
    expect(listHelp(host.session.state().board)[0]?.help).toMatchObject({ seen: true, takenBy: 'Kim' });
    host.session.finish(id);
    world.clock.pass(1000);
    expect(first.session.state().help).toBeNull();
    expect(listHelp(host.session.state().board)).toEqual([]);
  });

  test('opens a solution to one learner, and sees an answer by the learner’s own act', async () => {
    const { host, world, first, second, rows } = await openClass();
    const id = rows()[0]?.id ?? '';
    host.session.unlock(id, 'one', 'solution');
    expect([...first.session.state().open.solutions]).toEqual(['one']);
    expect([...second.session.state().open.solutions]).toEqual([]);
    expect(first.session.show('one', { 'policy.json': 'x'.repeat(13_000) })).toBe(false);
    expect(first.session.show('one', { 'policy.json': '{}' })).toBe(true);
    world.clock.pass(200);
    expect(rows()[0]?.answer).toEqual({ exercise: 'one', files: { 'policy.json': '{}' } });
    first.session.hide();
    world.clock.pass(200);
    expect(rows()[0]?.answer).toBeNull();
  });

  test('puts a question to the room, in two rounds', async () => {
    const { host, world, first, second, third } = await openClass();
    host.session.startPoll({ id: 'q', question: { en: 'Which?' }, options: [{ en: 'A' }, { en: 'B' }], answer: 1 });
    first.session.vote(0);
    second.session.vote(1);
    third.session.vote(7);
    world.clock.pass(1000);
    expect(first.session.state().poll).toMatchObject({ phase: 'vote', results: null, answer: null });
    expect(countVotes(host.session.state().board, 'q', 2, 1)).toEqual([[1, 1]]);
    host.session.setPollPhase('discuss');
    first.session.vote(1);
    expect(first.session.state().picks).toEqual([0]);
    host.session.setPollPhase('revote');
    first.session.vote(1);
    third.session.vote(1);
    world.clock.pass(1000);
    host.session.setPollPhase('reveal');
    expect(third.session.state().poll).toMatchObject({
      results: [
        [1, 1],
        [0, 2],
      ],
      answer: 1,
    });
    host.session.closePoll();
    expect(first.session.state().poll).toBeNull();
  });

  test('ends the class: nothing stays with the broker, the board stays, the pages are free', async () => {
    const { host, world, first } = await openClass();
    host.session.setGate('one');
    await host.session.end();
    expect(first.session.state()).toMatchObject({ phase: 'ended', control: null });
    expect(host.session.state().board.rows.size).toBe(3);
    expect(host.session.exportCsv().split('\r\n')).toHaveLength(1 + 3 * 2 + 1);
    const late = world.openLearner('Late');
    await late.session.join();
    expect(late.session.state().control).toBeNull();
  });

  test('an assistant answers, and has no hold on the class', async () => {
    const { host, world, first, rows } = await openClass();
    const token = makeCohostToken(world.hostSecret, world.clock.now() + 60_000);
    const assistant = world.openHost(openStorage(), cohostIdentity(world.room, token));
    await assistant.session.open();
    first.session.askHelp(2);
    world.clock.pass(1500);
    assistant.session.setGate('one');
    assistant.session.take(rows()[0]?.id ?? '', 'Kim');
    world.clock.pass(200);
    expect(assistant.session.state()).toMatchObject({ mayControl: false, control: { gate: null } });
    expect(first.session.state()).toMatchObject({ control: { gate: null }, help: { by: 'Kim' } });
    expect(listHelp(host.session.state().board)[0]?.help?.takenBy).toBe('Kim');
  });
});

describe('when something breaks', () => {
  test('the broker forgets all: what was set and what was done is complete again', async () => {
    const { host, world, learners, rows } = await openClass();
    host.session.setGate('two');
    for (const { session } of learners) session.note('one', { state: 'trying', attempts: 1, faults: [missing] });
    world.clock.pass(4000);
    world.forgetAll();
    learners[0]?.session.note('one', { state: 'passed', attempts: 2 });
    host.transport.mend();
    for (const { transport } of learners) transport.mend();
    world.clock.pass(3000);
    const late = world.openLearner('Late');
    await late.session.join();
    expect(late.session.state().control).toMatchObject({ mode: 'gate', gate: 'two' });
    expect(rows().map(({ on, exercises }) => [on, exercises.get('one')?.state])).toEqual(
      [
        [true, 'passed'],
        [true, 'trying'],
        [true, 'trying'],
        [true, undefined],
      ].slice(0, 3),
    );
    const other = world.openHost();
    await other.session.open();
    world.clock.pass(1500);
    expect(other.session.state().control).toMatchObject({ gate: 'two' });
    expect(other.session.state().board.rows.size).toBe(4);
  });

  test('the host reloads: the gate stays, the timer runs, the board is complete, and what it says is newer', async () => {
    const storage = openStorage();
    const world = openWorld();
    const host = world.openHost(storage);
    await host.session.open();
    world.clock.pass(1000);
    const learner = world.openLearner('Anna');
    await learner.session.join();
    host.session.setGate('one');
    host.session.startTimer(600_000);
    learner.session.note('one', { state: 'trying', attempts: 1, faults: [missing] });
    world.clock.pass(4000);
    host.transport.cut();
    const again = world.openHost(storage);
    await again.session.open();
    world.clock.pass(1500);
    expect(again.session.state().control).toMatchObject({ gate: 'one', timer: { endsAt: expect.any(Number) } });
    expect(again.session.state().board.rows.values().next().value).toMatchObject({ nick: 'Anna', on: true });
    expect(countFaults(again.session.state().board, 'now')).toHaveLength(1);
    again.session.setGate(null);
    expect(learner.session.state().control).toMatchObject({ gate: null, mode: 'free' });
  });

  test('a second device of the instructor takes the class as it is, and both hold it', async () => {
    const { host, world, first } = await openClass();
    host.session.setNote('one');
    const other = world.openHost();
    await other.session.open();
    world.clock.pass(1500);
    expect(other.session.state().control.note).toBe('one');
    other.session.setNote('two');
    expect(host.session.state().control.note).toBe('two');
    host.session.setMode('follow');
    expect(other.session.state().control).toMatchObject({ note: 'two', mode: 'follow' });
    expect(first.session.state().control).toMatchObject({ note: 'two', mode: 'follow' });
  });

  test('a learner reloads and stays the same person, with flag and faults', async () => {
    const { world, host, rows } = await openClass(['Anna']);
    const storage = openStorage();
    const before = world.openLearner('Dan', storage);
    await before.session.join();
    before.session.note('one', { state: 'trying', attempts: 4, faults: [missing] });
    before.session.askHelp(2);
    world.clock.pass(3000);
    const { id } = rows()[1] ?? {};
    before.transport.cut();
    const after = world.openLearner('Dan', storage);
    await after.session.join();
    world.clock.pass(3000);
    expect(host.session.state().board.rows.size).toBe(2);
    expect(rows()[1]).toMatchObject({ id, on: true, help: { level: 2 } });
    expect(rows()[1]?.exercises.get('one')).toMatchObject({ attempts: 4, codes: [missing] });
    expect(after.session.state().help).toMatchObject({ level: 2 });
  });

  test('a replayed or overtaken message changes nothing', async () => {
    const { world, host, first, rows } = await openClass(['Anna']);
    first.session.note('one', { state: 'trying', attempts: 1 });
    world.clock.pass(4000);
    const id = rows()[0]?.id ?? '';
    const old = world.sent.findLast(({ topic }) => topic === progressTopic(world.room, id));
    first.session.note('one', { state: 'passed', attempts: 2 });
    world.clock.pass(4000);
    if (old !== undefined) first.transport.publish(old);
    world.clock.pass(1000);
    expect(rows()[0]?.exercises.get('one')?.state).toBe('passed');
    expect(host.session.state().board.refused).toBe(1);
  });

  test('who leaves is forgotten by the broker and by the browser', async () => {
    const { world, host, first } = await openClass();
    await first.session.leave();
    world.clock.pass(500);
    expect(host.session.state().board.rows.size).toBe(2);
    expect(first.session.state()).toMatchObject({ phase: 'left', control: null });
  });
});

test('what a learner does is sent at most every two seconds, more or less; a pass goes at once', async () => {
  const { world, first } = await openClass(['Anna']);
  const progress = () => world.sent.filter(({ topic }) => topic.endsWith('/p')).length;
  const before = progress();
  for (let attempts = 1; attempts <= 100; attempts++) {
    first.session.note('one', { state: 'trying', attempts });
    world.clock.pass(100);
  }
  expect(progress() - before).toBeLessThanOrEqual(8);
  expect(progress() - before).toBeGreaterThanOrEqual(3);
  world.clock.pass(3000);
  const quiet = progress();
  first.session.note('one', { state: 'passed', attempts: 101 });
  world.clock.pass(300);
  expect(progress()).toBe(quiet + 1);
});

test('nothing is sent before somebody joins', () => {
  const world = openWorld();
  const { session } = world.openLearner('Anna');
  session.note('one', { state: 'trying' });
  session.askHelp(2);
  world.clock.pass(120_000);
  expect(world.sent).toEqual([]);
});
