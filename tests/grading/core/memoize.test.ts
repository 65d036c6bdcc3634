import { expect, test } from 'vitest';
import { memoize } from '../../../src/grading/core/memoize.ts';

test('what is made of an object is made once, and of another object anew', () => {
  let count = 0;
  const size = memoize((words: readonly string[]) => ({ count: ++count, length: words.length }));
  const words = ['a', 'b'];
  expect(size(words)).toBe(size(words));
  expect(size([...words])).toEqual({ count: 2, length: 2 });
});
