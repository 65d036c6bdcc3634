import { expect, test } from 'vitest';
import { nearest } from '../../../src/grading/core/nearest.ts';

test.each([
  ['tagz', ['tags', 'target'], 'tags'],
  ['ecr.drk', ['ecr.api', 'ecr.dkr'], 'ecr.dkr'],
  ['runs_on', ['run', 'runs-on'], 'runs-on'],
  ['platform', ['tags', 'file'], null],
  ['', ['tags'], null],
])('the nearest to %j of %j is %j', (written, candidates, expected) => {
  expect(nearest(written, candidates)).toBe(expected);
});
