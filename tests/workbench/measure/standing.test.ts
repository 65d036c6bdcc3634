import { expect, test } from 'vitest';
import { followScore } from '../../../src/workbench/measure/standing.ts';

test('a score is followed down and up, against the most there was', () => {
  const follow = followScore();
  expect(follow('push', 98)).toEqual({ points: 98, top: 98, step: 0 });
  expect(follow('push', 19)).toEqual({ points: 19, top: 98, step: -79 });
  expect(follow('push', 19)).toEqual({ points: 19, top: 98, step: -79 });
  expect(follow('push', 120)).toEqual({ points: 120, top: 120, step: 101 });
});

test('of another need it begins afresh', () => {
  const follow = followScore();
  follow('push', 98);
  expect(follow('pull', 30)).toEqual({ points: 30, top: 30, step: 0 });
});
