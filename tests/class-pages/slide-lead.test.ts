import { expect, test } from 'vitest';
import { openSlideLead } from '../../src/class-pages/board/slide-lead.ts';
import { type ClassStorage, openRoomMemory } from '../../src/classroom/memory.ts';
import type { LinkWord } from '../../src/presenter/link.ts';

function openBoard(kept = new Map<string, string>()) {
  const storage: ClassStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
  const moves: unknown[] = [];
  let say = (_word: LinkWord): void => undefined;
  const lead = openSlideLead(
    { moveTo: (place, by) => moves.push([place, by]) },
    ['push', 'ship-it'],
    openRoomMemory('k3v9h7k20qwx', () => storage),
    (hear) => {
      say = hear;
    },
  );
  const turn = (lesson: string, anchor: string, slide = 0) => say({ kind: 'at', lesson, anchor, slide, step: 0 });
  return { lead, moves, turn, say: (word: LinkWord) => say(word), kept };
}

test('a turned slide takes the class along, once for each place', () => {
  const { moves, turn } = openBoard();
  turn('push', '');
  turn('push', 'four-steps', 1);
  turn('push', 'four-steps', 2);
  turn('ship-it', 'ship-it');
  expect(moves).toEqual([
    [{ lesson: 'push' }, 'slides'],
    [{ lesson: 'push', step: 'four-steps' }, 'slides'],
    [{ lesson: 'ship-it', step: 'ship-it' }, 'slides'],
  ]);
});

test('what is no place of the class moves nobody', () => {
  const { moves, turn, say } = openBoard();
  say({ kind: 'ask' });
  say({ kind: 'go', slide: 3 });
  turn('of-another-build', '');
  turn('push', 'no id <b>');
  expect(moves).toEqual([[{ lesson: 'push' }, 'slides']]);
});

test('switched off it stays off over a reload; switched on it goes where the slides are', () => {
  const { lead, moves, turn, kept } = openBoard();
  lead.set(false);
  turn('push', 'four-steps');
  expect([lead.isOn(), moves, openBoard(kept).lead.isOn()]).toEqual([false, [], false]);
  lead.set(true);
  expect(moves).toEqual([[{ lesson: 'push', step: 'four-steps' }, 'slides']]);
  expect(openBoard(kept).lead.isOn()).toBe(true);
});
