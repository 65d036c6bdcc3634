import { describe, expect, test } from 'vitest';
import { positionsIn } from '../../src/report/index.ts';

describe('positions', () => {
  test.each([
    ['the start', 'ab\ncd', 0, [1, 1, 0]],
    ['after LF', 'ab\ncd', 3, [2, 1, 3]],
    ['the line break itself', 'ab\ncd', 2, [1, 3, 2]],
    ['after CR LF', 'ab\r\ncd', 4, [2, 1, 4]],
    ['after a lone CR', 'ab\rcd', 3, [2, 1, 3]],
    ['after a character of two units', '😀x', 2, [1, 3, 2]],
    ['the end', 'ab', 2, [1, 3, 2]],
    ['beyond the end', 'ab', 9, [1, 3, 2]],
    ['an empty text', '', 0, [1, 1, 0]],
  ] as const)('%s', (_, text, offset, [line, column, inside]) => {
    expect(positionsIn({ f: text })('f', offset)).toEqual({ line, column, offset: inside });
  });

  test('a file that is not there has one empty line', () => {
    expect(positionsIn({})('f', 3)).toEqual({ line: 1, column: 1, offset: 0 });
  });
});
