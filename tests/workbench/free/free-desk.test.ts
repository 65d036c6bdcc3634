import { expect, test } from 'vitest';
import { type FreeDesk, putAside, type Side } from '../../../src/workbench/free/free-desk.ts';

const side = (text: string): Side => ({ text, asks: [], session: '', keys: '' });
const desk: FreeDesk = { shown: 'identity', identity: null, trust: null, aside: [] };

test('what is put aside comes first, once, and five at most', () => {
  const texts = ['a', 'b', 'a', 'c', 'd', 'e', 'f'];
  const full = texts.reduce((kept, text, index) => putAside(kept, 'identity', side(text), index), desk);
  expect(full.aside.map(({ text, savedAt }) => [text, savedAt])).toEqual([
    ['f', 6],
    ['e', 5],
    ['d', 4],
    ['c', 3],
    ['a', 2],
  ]);
});
