import { describe, expect, test } from 'vitest';
import { cohostIdentity, makeCohostToken } from '../../src/classroom/identity.ts';
import { boardsTopic, stateTopic } from '../../src/classroom/topics.ts';
import { openStorage, openWorld } from './world.ts';

/** The same class on two devices of its instructor, or on an assistant's. */

/** The second machine's clock is wrong by this much. */
const aheadMs = 420_000;

async function openTwo() {
  const world = openWorld();
  const first = world.openHost();
  await first.session.open();
  world.clock.pass(1000);
  const storage = openStorage();
  const learner = world.openLearner('Anna', storage);
  await learner.session.join();
  world.clock.pass(2000);
  const openSecond = async () => {
    const second = world.openHost(openStorage(), undefined, aheadMs);
    await second.session.open();
    world.clock.pass(1000);
    return second;
  };
  return { world, first, learner, storage, openSecond };
}

const question = { id: 'q', question: { en: 'Which?' }, options: [{ en: 'A' }, { en: 'B' }], answer: 1 };

describe('two boards of one class', () => {
  test('know of each other, until one is closed or vanishes', async () => {
    const { world, first, openSecond } = await openTwo();
    const second = await openSecond();
    expect([first.session.state().others, second.session.state().others]).toEqual([1, 1]);
    await second.session.close();
    expect(first.session.state().others).toBe(0);
    const third = await openSecond();
    third.transport.cut();
    expect(first.session.state().others).toBe(0);
    third.transport.mend();
    world.clock.pass(1000);
    expect([first.session.state().others, third.session.state().others]).toEqual([1, 1]);
  });

  test('the second finds the class as it is, and changes nothing by coming', async () => {
    const { world, first, learner, openSecond } = await openTwo();
    first.session.setNote('Back at 14:10');
    first.session.startPoll(question);
    first.session.startTimer(300_000);
    const left = learner.session.state().timerEndsAt;
    const startedAt = first.session.state().control.startedAt;
    world.clock.pass(60_000);
    const said = world.sent.length;
    const second = await openSecond();
    expect(second.session.state()).toMatchObject({ poll: { id: 'q' }, control: { note: 'Back at 14:10', startedAt } });
    expect(second.session.state().control.timer?.endsAt).toBe((left ?? 0) + aheadMs);
    expect(learner.session.state().timerEndsAt).toBe(left);
    const states = world.sent.slice(said).filter(({ topic }) => topic === stateTopic(world.room));
    expect(states.map(({ payload }) => JSON.parse(payload).sid)).toEqual([first.session.state().control.sid]);
  });

  test('what one sets the other shows, without an end of messages, and takes nothing back that it did not set', async () => {
    const { world, first, learner, openSecond } = await openTwo();
    const second = await openSecond();
    first.session.openHints('one', true);
    second.session.startTimer(60_000);
    expect(first.session.state()).toMatchObject({ undoable: null, control: { open: { hints: ['one'] } } });
    first.session.undo();
    expect(learner.session.state().open.hints.has('one')).toBe(true);
    expect(learner.session.state().timerEndsAt).toBe(world.clock.now() + 60_000);
    const said = world.sent.length;
    world.clock.pass(20_000);
    expect(world.sent.slice(said).filter(({ topic }) => topic === stateTopic(world.room))).toHaveLength(1);
  });

  test('a timer is said again by the other when the one that started it is gone', async () => {
    const { world, learner, openSecond, first } = await openTwo();
    const second = await openSecond();
    second.session.startTimer(300_000);
    const endsAt = learner.session.state().timerEndsAt;
    second.transport.cut();
    world.clock.pass(20_000);
    expect(first.session.state().control).toMatchObject({ timer: { endsAt } });
    const late = world.openLearner('Late');
    await late.session.join();
    world.clock.pass(15_000);
    expect(late.session.state().timerEndsAt).toBe(endsAt);
  });

  test('a question goes on on the other, which is told the right answer by its page', async () => {
    const { world, first, learner, openSecond } = await openTwo();
    first.session.startPoll(question);
    learner.session.vote(0);
    const second = await openSecond();
    second.session.setPollPhase('discuss');
    second.session.setPollPhase('revote');
    learner.session.vote(1);
    world.clock.pass(1000);
    second.session.setPollPhase('reveal', 1);
    const shown = {
      answer: 1,
      results: [
        [1, 0],
        [0, 1],
      ],
    };
    expect(learner.session.state().poll).toMatchObject(shown);
    expect(first.session.state().poll).toMatchObject(shown);
    first.session.closePoll();
    expect(second.session.state().poll).toBeNull();
  });

  test('one that opens late sees an answer that is shown, and who has come to a flag', async () => {
    const { world, first, learner, storage, openSecond } = await openTwo();
    const [id = ''] = first.session.state().board.rows.keys();
    learner.session.show('one', { 'policy.json': '{}' });
    learner.session.askHelp(2);
    first.session.take(id, 'Otto');
    world.clock.pass(2000);
    const second = await openSecond();
    world.clock.pass(1000);
    expect(second.session.state().board.rows.get(id)).toMatchObject({
      answer: { exercise: 'one' },
      help: { level: 2, seen: true, takenBy: 'Otto' },
    });
    expect(world.openLearner('Anna', storage).session.state().help).toMatchObject({ answer: 'taken', by: 'Otto' });
  });

  test('ends on both; the class does not come back to life', async () => {
    const { world, first, learner, openSecond } = await openTwo();
    const second = await openSecond();
    second.session.startTimer(300_000);
    await first.session.end();
    expect(second.session.state()).toMatchObject({ ended: true, others: 0 });
    expect(learner.session.state().phase).toBe('ended');
    const said = world.sent.length;
    world.clock.pass(60_000);
    second.session.setNote('Still here');
    expect(world.sent.length).toBe(said);
    expect(second.session.exportCsv()).toContain('Anna');
  });

  test('an assistant’s is one of them, and no other word on their topic counts', async () => {
    const { world, first } = await openTwo();
    const token = makeCohostToken(world.hostSecret, world.clock.now() + 60_000);
    const assistant = world.openHost(openStorage(), cohostIdentity(world.room, token));
    await assistant.session.open();
    world.clock.pass(1000);
    expect([first.session.state().others, assistant.session.state().others]).toEqual([1, 1]);
    for (const payload of ['', '{', '{"v":1,"sid":"<b>","on":1}', '{"v":1,"sid":"x","on":0}', 'x'.repeat(2000)])
      assistant.transport.publish({ topic: boardsTopic(world.room), payload, qos: 1, retain: false });
    expect(first.session.state()).toMatchObject({ others: 1, board: { refused: 0 } });
  });
});
