import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareLines } from '../../src/workbench/compare-lines.ts';

const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', '\n')).map((lines) => lines.join(''));

describe('comparing two texts', () => {
  test('says what to take out of the one and put in to get the other', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (before, after) => {
        const changes = await compareLines(before, after);
        const side = (leftOut: 'added' | 'removed') =>
          changes.map((change) => (change[leftOut] ? '' : change.value)).join('');
        expect([side('added'), side('removed')]).toEqual([before, after]);
      }),
    );
  });

  test('gives up on texts that have nothing in common, and swaps them whole', async () => {
    const lines = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word} ${index}\n`).join('');
    const changes = await compareLines(lines('mine'), lines('theirs'));
    expect(changes.map(({ added, removed }) => [added, removed])).toEqual([
      [undefined, true],
      [true, undefined],
    ]);
  });
});
