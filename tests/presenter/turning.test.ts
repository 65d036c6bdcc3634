import { describe, expect, test } from 'vitest';
import { readWord } from '../../src/presenter/link.ts';
import { placeAfter, placeAt, placeBefore, placeOf } from '../../src/presenter/place.ts';
import { namedKeys, type Wish, wishes, wishOf } from '../../src/presenter/wishes.ts';

/** A title, a question with its answer, the bench of an exercise, an end. */
const steps = [0, 1, 0, 0];
const exercises = ['', '', 'ship-it', ''];

describe('places', () => {
  test('a walk through the deck and back meets every step', () => {
    const there = [{ slide: 0, step: 0 }];
    for (let next = placeAfter({ slide: 0, step: 0 }, steps); next !== null; next = placeAfter(next, steps))
      there.push(next);
    expect(there.map(({ slide, step }) => `${slide}.${step}`)).toEqual(['0.0', '1.0', '1.1', '2.0', '3.0']);
    const back = [{ slide: 3, step: 0 }];
    for (let before = placeBefore({ slide: 3, step: 0 }, steps); before !== null; before = placeBefore(before, steps))
      back.push(before);
    expect(back).toEqual(there.toReversed());
  });

  test('a slide beyond the ends is the first or the last', () => {
    expect(placeAt(-5, steps).slide).toBe(0);
    expect(placeAt(Number.POSITIVE_INFINITY, steps).slide).toBe(3);
  });

  test.each([
    ['#1', 0],
    ['#3', 2],
    ['#99', 3],
    ['#0', 0],
    ['#last', 3],
    ['#ship-it', 2],
  ])('%s', (hash, slide) => expect(placeOf(hash, steps, exercises)?.slide).toBe(slide));

  test.each(['', '#', '#nothing', '#-1', '#1e9', '#12345'])('“%s” names no place', (hash) =>
    expect(placeOf(hash, steps, exercises)).toBeNull(),
  );
});

describe('keys', () => {
  const press = (key: string, held: object = {}) =>
    wishOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

  test.each<[string, Wish]>([
    ['PageDown', 'next'],
    ['PageUp', 'previous'],
    ['ArrowRight', 'next'],
    [' ', 'next'],
    ['.', 'black'],
    ['B', 'black'],
    ['Home', 'first'],
    ['Escape', 'leave'],
  ])('%s', (key, wish) => expect(press(key)).toBe(wish));

  test('Shift and Space go back; combinations belong to the browser; other keys mean nothing', () => {
    expect(press(' ', { shiftKey: true })).toBe('previous');
    expect(press('f', { ctrlKey: true })).toBeNull();
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
    expect(press('q')).toBeNull();
  });

  test('the help names each wish once, printing apart', () => {
    expect(namedKeys.map(([, wish]) => wish).toSorted()).toEqual(wishes.filter((wish) => wish !== 'print').toSorted());
  });
});

describe('the line between the windows', () => {
  test('reads what fits', () => {
    expect(readWord({ v: 1, kind: 'at', lesson: 'ship-it', anchor: '', slide: 2, step: 0 })).toMatchObject({
      slide: 2,
    });
    expect(readWord({ v: 1, kind: 'ask' })).toEqual({ v: 1, kind: 'ask' });
  });

  test.each([
    null,
    'next',
    { kind: 'ask' },
    { v: 2, kind: 'ask' },
    { v: 1, kind: 'wish' },
    { v: 1, kind: 'wish', wish: 'print' },
    { v: 1, kind: 'go', slide: -1 },
    { v: 1, kind: 'go', slide: 1.5 },
    { v: 1, kind: 'at', lesson: 'x'.repeat(81), anchor: '', slide: 0, step: 0 },
    { v: 1, kind: 'at', lesson: 'ship-it', slide: 0, step: 0 },
    { v: 1, kind: 'ask', html: '<b>' },
  ])('passes over %j', (word) => expect(readWord(word)).toBeNull());
});
