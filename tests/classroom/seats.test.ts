import { expect, test } from 'vitest';
import { openSeats, type Seats } from '../../src/classroom/broker/seats.ts';

const takeAll = (seats: Seats, learners: readonly string[], address: string) =>
  learners.map((learner) => seats.take(learner, address));
const newcomers = (head: string, count: number) => Array.from({ length: count }, (_, index) => `${head}${index}`);

test('a room holds no more than its size, and a seat that is left is free', () => {
  const seats = openSeats({ roomSize: 2, perAddress: 10 });
  expect(takeAll(seats, ['a', 'b', 'c'], 'here')).toEqual([true, true, false]);
  seats.leave('a');
  expect(takeAll(seats, ['c', 'a'], 'here')).toEqual([true, false]);
});

test('a second connection shares the seat, which is free when both have ended', () => {
  const seats = openSeats({ roomSize: 1, perAddress: 10 });
  expect(takeAll(seats, ['a', 'a', 'b'], 'here')).toEqual([true, true, false]);
  seats.leave('a');
  expect(seats.take('b', 'here')).toBe(false);
  seats.leave('a');
  expect(seats.take('b', 'here')).toBe(true);
});

/** Who of these is let in, when each leaves before the next comes. */
const admittedInTurn = (seats: Seats, learners: readonly string[], address: string): readonly string[] =>
  learners.filter((learner) => {
    const isIn = seats.take(learner, address);
    if (isIn) seats.leave(learner);
    return isIn;
  });

test('who comes and goes with ever new names uses up the newcomers of their own address alone', () => {
  const seats = openSeats({ roomSize: 10, perAddress: 1 });
  expect(admittedInTurn(seats, newcomers('forged', 100), 'there')).toHaveLength(4);
  expect(admittedInTurn(seats, ['honest'], 'here')).toEqual(['honest']);
  expect(admittedInTurn(seats, ['forged0'], 'there')).toEqual(['forged0']);
});

test('over a whole class a room sees four times its size', () => {
  const seats = openSeats({ roomSize: 2, perAddress: 10 });
  expect(admittedInTurn(seats, newcomers('a', 20), 'here')).toHaveLength(8);
});
