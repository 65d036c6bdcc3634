import { expect, test } from 'vitest';
import { codeFrame } from '../../src/cli/code-frame.ts';
import { noColours } from '../../src/cli/paint.ts';
import { positionsIn } from '../../src/report/index.ts';

function frameOf(text: string, start: number, end: number): readonly string[] {
  const positionOf = positionsIn({ file: text });
  return codeFrame(text, positionOf('file', start), positionOf('file', end), noColours);
}

test('the lines that a span touches, three at most, each underlined', () => {
  expect(frameOf('a: [\r\n  b,\n  c,\n  d\n]', 3, 20)).toEqual([
    '1 │ a: [',
    '  │    ~',
    '2 │   b,',
    '  │   ~~',
    '3 │   c,',
    '  │   ~~',
  ]);
  expect(frameOf('a', 1, 1)).toEqual(['1 │ a', '  │  ^']);
});

test('a long line is cut to the stretch around the span', () => {
  const [shown = '', marks = ''] = frameOf(`${'a'.repeat(5_000)}bad${'c'.repeat(5_000)}`, 5_000, 5_003);
  expect(shown).toMatch(/^1 │ …a{50}badc{47}…$/);
  expect(marks.length).toBe(shown.indexOf('bad') + 'bad'.length);
});

test('ten thousand faults of one line of a megabyte take no time', () => {
  const text = 'a'.repeat(1_000_000);
  for (let offset = 0; offset < text.length; offset += 100) {
    codeFrame(
      text,
      { line: 1, column: offset + 1, offset },
      { line: 1, column: offset + 2, offset: offset + 1 },
      noColours,
    );
  }
});
