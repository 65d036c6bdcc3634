import { expect, test } from 'vitest';
import { stretchesOf } from '../../src/site/lesson/line-breaks.ts';

const host = '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/workshop-app:main';

test('loses nothing of a line', () => {
  for (const line of [
    '',
    ' ',
    host,
    `Head "https://${host}": dial tcp 10.0.1.37:443: i/o timeout`,
    '- a-b-c -',
    'ﾊ-ﾊ.',
  ])
    expect(
      stretchesOf(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line);
});

test('keeps a region in one piece and breaks after dots and slashes', () => {
  const stretches = stretchesOf(host);
  expect(stretches.filter(({ whole }) => whole).map(({ text }) => text)).toEqual(['ap-northeast-1', 'workshop-app']);
  expect(stretches.filter(({ mayBreakAfter }) => mayBreakAfter).map(({ text }) => text)).toContain('111122223333.');
});
