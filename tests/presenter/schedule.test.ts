import { describe, expect, test } from 'vitest';
import { clockOf, minutesBetween, momentAt, standingOf, timeOfDay } from '../../src/presenter/schedule.ts';

const lessons = [
  { slug: 'one', minutes: 20, break: 0 },
  { slug: 'two', minutes: 15, break: 10 },
  { slug: 'three', minutes: 30, break: 0 },
];
const at = (here: number) => ({ lessons, here });
const minute = 60_000;
/** Nine o’clock on some day. */
const start = { at: 1_800_000_000_000, lesson: 'one' };
/** The slides of a lesson: a title, five minutes, ten minutes. */
const minutes = [0, 5, 10];
const standing = (here: number, slide: number, minutesIn: number, from = start) =>
  standingOf(at(here), from, minutes, slide, from.at + minutesIn * minute);

describe('the plan', () => {
  test.each([
    ['one', 'one', 0],
    ['one', 'two', 20],
    ['one', 'three', 45],
    ['three', 'two', -25],
    ['one', 'nowhere', 0],
  ])('from %s to %s', (from, to, expected) => expect(minutesBetween(at(0), from, to)).toBe(expected));

  test('a slide in its own time has no drift', () => {
    for (const now of [0, 2, 5]) expect(standing(0, 1, now).driftMinutes).toBe(0);
  });

  test('after its time one is late, before it early', () => {
    expect(standing(0, 1, 12).driftMinutes).toBe(7);
    expect(standing(0, 2, 2).driftMinutes).toBe(-3);
  });

  test('breaks count before the lessons after them', () => {
    expect(standing(2, 0, 45).driftMinutes).toBe(0);
    expect(standing(2, 0, 52).driftMinutes).toBe(7);
  });

  test('a course may begin with a later lesson', () => {
    expect(standing(2, 1, 29, { ...start, lesson: 'two' }).driftMinutes).toBe(0);
    expect(standing(2, 1, 35, { ...start, lesson: 'two' }).driftMinutes).toBe(5);
  });

  test('the end moves with the drift', () => {
    expect(standing(0, 1, 12).endsAt - start.at).toBe((75 + 7) * minute);
    expect(standing(0, 2, 2).endsAt - start.at).toBe((75 - 3) * minute);
  });

  test('before the start nobody is early', () => {
    expect(standing(0, 0, -30)).toEqual({ driftMinutes: 0, isWaiting: true, endsAt: start.at + 75 * minute });
  });
});

describe('times', () => {
  test.each(['', '9:00', '24:00', '12:60', 'noon'])('“%s” is no time', (time) =>
    expect(momentAt(time, start.at)).toBeNull(),
  );

  test('a time of day comes back as it was given', () => {
    expect(timeOfDay(momentAt('13:05', start.at) ?? 0)).toBe('13:05');
  });

  test.each([
    [0, '0:00'],
    [-5, '0:00'],
    [65_999, '1:05'],
    [3_600_000, '1:00:00'],
  ])('%i ms', (ms, shown) => expect(clockOf(ms)).toBe(shown));
});
