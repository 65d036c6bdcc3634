import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance, nearest } from '../../../src/grading/core/nearest.ts';

test.each([
  ['tagz', ['tags', 'target'], 'tags'],
  ['ecr.drk', ['ecr.api', 'ecr.dkr'], 'ecr.dkr'],
  ['runs_on', ['run', 'runs-on'], 'runs-on'],
  ['platform', ['tags', 'file'], null],
  ['', ['tags'], null],
])('the nearest to %j of %j is %j', (written, candidates, expected) => {
  expect(nearest(written, candidates)).toBe(expected);
});

/** The whole table, cell by cell, as the definition has it. */
function plainDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number) => table[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const ways = [at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + same];
      (table[row] ?? [])[column] = Math.min(...ways, swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY);
    }
  }
  return at(a.length, b.length);
}

test('the distance is that of the whole table, up to the limit', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, fc.nat({ max: 5 }), (a, b, limit) => {
      const whole = plainDistance(a, b);
      const found = distance(a, b, limit);
      if (whole <= limit) expect(found).toBe(whole);
      else expect(found).toBeGreaterThan(limit);
    }),
    { numRuns: 3000 },
  );
});
