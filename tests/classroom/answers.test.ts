import { expect, test } from 'vitest';
import { openStorage, openWorld } from './world.ts';

/** An answer that a learner shows is theirs to take back, on whatever page of the workshop they are by then. */

async function openClassWithAnswer() {
  const world = openWorld();
  const host = world.openHost();
  await host.session.open();
  const storage = openStorage();
  const before = world.openLearner('Otter', storage);
  await before.session.join();
  world.clock.pass(2000);
  before.session.show('one', { 'policy.json': '{}' });
  await before.session.close();
  const after = world.openLearner('Otter', storage);
  await after.session.join();
  world.clock.pass(2000);
  const answers = (board = host) =>
    Array.from(board.session.state().board.rows.values(), ({ answer }) => answer?.exercise ?? null);
  return { world, storage, after, answers };
}

test('the next page knows what is shown, and takes it back', async () => {
  const { world, after, answers } = await openClassWithAnswer();
  expect(answers()).toEqual(['one']);
  expect(after.session.state().shown).toBe('one');
  after.session.hide();
  world.clock.pass(200);
  expect(answers()).toEqual([null]);
});

test('a board that opens later is shown it by the next page', async () => {
  const { world, answers } = await openClassWithAnswer();
  const late = world.openHost();
  await late.session.open();
  world.clock.pass(3000);
  expect(answers(late)).toEqual(['one']);
});

test.each(['taken back', 'left behind'])('an answer that was %s is forgotten by the browser', async (how) => {
  const { world, storage, after } = await openClassWithAnswer();
  if (how === 'taken back') after.session.hide();
  else await after.session.leave();
  expect(world.openLearner('Otter', storage).session.state().shown).toBeNull();
});
