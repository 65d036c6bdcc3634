import { expect, test } from 'vitest';
import { emptyBoard, reduceBoard } from '../../src/classroom/host/board.ts';
import { exportJson } from '../../src/classroom/host/export.ts';
import { pollTopic, progressTopic } from '../../src/classroom/topics.ts';
import { newLearner, outline } from './room.ts';
import { openStorage, openWorld } from './world.ts';

/** Machines whose clocks are wrong, are set right meanwhile, or bring up what is long over. */

const question = { id: 'q', question: { en: 'Which?' }, options: [{ en: 'A' }, { en: 'B' }] };

async function openTwoBoards(aheadMs: number) {
  const world = openWorld();
  const first = world.openHost();
  const second = world.openHost(openStorage(), undefined, aheadMs);
  await first.session.open();
  await second.session.open();
  const learner = world.openLearner('Otter');
  await learner.session.join();
  world.clock.pass(3000);
  return { world, first, second, learner };
}

test.each([-600_000, 600_000])(
  'a board whose clock is %i ms ahead takes a poll on, and gives it back',
  async (aheadMs) => {
    const { first, second, learner } = await openTwoBoards(aheadMs);
    const phases = () => [first, second, learner].map(({ session }) => session.state().poll?.phase);
    first.session.startPoll(question);
    second.session.setPollPhase('discuss');
    expect(phases()).toEqual(['discuss', 'discuss', 'discuss']);
    first.session.setPollPhase('revote');
    expect(phases()).toEqual(['revote', 'revote', 'revote']);
  },
);

test('a learner is not led back by a poll that is said again from before', async () => {
  const { world, first, learner } = await openTwoBoards(0);
  first.session.startPoll(question);
  const old = world.sent.findLast(({ topic }) => topic === pollTopic(world.room));
  first.session.setPollPhase('discuss');
  if (old !== undefined) first.transport.publish(old);
  expect(learner.session.state().poll?.phase).toBe('discuss');
});

test('a learner whose clock was set right meanwhile did not begin decades ago', () => {
  const now = 1_793_000_000_000;
  const [room, id] = ['0123456789ab', newLearner('0123456789ab').clientId];
  const payload = JSON.stringify({
    v: 1,
    sid: 'a',
    seq: 1,
    now,
    at: null,
    ex: { one: { st: 'passed', n: 1, h: 0, s: 5, t: now } },
    help: { level: 2, t: 5 },
    vote: null,
  });
  const message = { topic: progressTopic(room, id), payload, retained: false };
  const board = reduceBoard(emptyBoard, [{ message, at: now }], { outline, roomSize: 5 });
  expect(board.rows.get(id)?.help?.since.at).toBe(now - 24 * 3_600_000);
  expect(JSON.parse(exportJson(board, outline, room, now)).exercises[0].medianMinutes).toBe(24 * 60);
});
