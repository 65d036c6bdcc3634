import { describe, expect, it } from 'vitest';
import { wishOf } from '../../src/workbench/chords.ts';
import { piecesOf } from '../../src/workbench/inline.ts';
import { areMendsOpen, type Effort, isSolutionOpen, openRungs, untilNextRungMs } from '../../src/workbench/rungs.ts';

const effort = (change: Partial<Effort> = {}): Effort => ({
  attempts: 0,
  elapsedMs: 0,
  hintsOpened: 0,
  passed: false,
  ...change,
});

describe('hints', () => {
  it.each([
    [{}, 0],
    [{ attempts: 1 }, 1],
    [{ attempts: 9 }, 3],
    [{ elapsedMs: 89_999 }, 0],
    [{ elapsedMs: 90_000 }, 1],
    [{ elapsedMs: 270_000 }, 3],
    [{ attempts: 2, elapsedMs: 90_000 }, 2],
    [{ passed: true }, 3],
    [{ unlocked: { hints: true, solution: false } }, 3],
    [{ unlocked: { hints: false, solution: true } }, 0],
  ])('after %j are open up to %i', (change, open) => {
    expect(openRungs(effort(change), 3)).toBe(open);
  });

  it('tell how long the next one waits', () => {
    expect(untilNextRungMs(effort({ elapsedMs: 30_000 }), 3)).toBe(60_000);
    expect(untilNextRungMs(effort({ attempts: 1, elapsedMs: 30_000 }), 3)).toBe(150_000);
    expect(untilNextRungMs(effort({ attempts: 3 }), 3)).toBeNull();
  });
});

it.each([
  [{ attempts: 2 }, false],
  [{ attempts: 3 }, true],
  [{ elapsedMs: 270_000 }, true],
  [{ passed: true }, true],
])('edits for a refused call are offered after %j: %j', (change, open) => {
  expect(areMendsOpen(effort(change), 3)).toBe(open);
});

describe('the solution', () => {
  it.each([
    [{}, false],
    [{ attempts: 2 }, false],
    [{ attempts: 3 }, true],
    [{ hintsOpened: 3 }, true],
    [{ passed: true }, true],
    [{ unlocked: { hints: true, solution: false } }, false],
    [{ unlocked: { hints: false, solution: true } }, true],
  ])('after %j is open: %j', (change, open) => {
    expect(isSolutionOpen(effort(change), 3)).toBe(open);
  });
});

describe('keys', () => {
  const press = (key: string, change: Partial<KeyboardEvent> = {}): KeyboardEvent =>
    ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...change }) as KeyboardEvent;

  it.each([
    [press('Enter', { ctrlKey: true }), false, 'check'],
    [press('Enter', { metaKey: true }), true, 'check'],
    [press('Enter'), false, null],
    [press('F8'), false, 'next-problem'],
    [press('F8', { shiftKey: true }), false, 'previous-problem'],
    [press('m', { ctrlKey: true }), false, 'toggle-tab'],
    [press('m', { ctrlKey: true }), true, null],
    [press('M', { ctrlKey: true, shiftKey: true }), true, 'toggle-tab'],
    [press('m', { metaKey: true }), true, null],
    [press('e', { ctrlKey: true }), false, 'toggle-screen-reader'],
    [press('e', { ctrlKey: true, altKey: true }), false, null],
    [press('a'), false, null],
  ] as const)('%o, on a Mac: %j, ask for %j', (event, mac, wish) => {
    expect(wishOf(event, mac)).toBe(wish);
  });
});

describe('sentences', () => {
  it.each([
    [
      'a `b` c',
      [
        ['a ', false],
        ['b', true],
        [' c', false],
      ],
    ],
    ['`b`', [['b', true]]],
    ['a ` b', [['a ` b', false]]],
    ['', []],
  ])('%j is cut at its backticks', (sentence, pieces) => {
    expect(piecesOf(sentence).map(({ text, code }) => [text, code])).toEqual(pieces);
  });
});
