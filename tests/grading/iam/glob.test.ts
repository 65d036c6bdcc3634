import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileGlob, coversGlob, matchesGlob } from '../../../src/grading/iam/glob.ts';

/** Whether a text fits, by a table of which beginnings of one fit which beginnings of the other: slow, and plainly right. */
function fitsByTable(pattern: string, text: string): boolean {
  let row = Array.from({ length: text.length + 1 }, (_, at) => at === 0);
  for (const token of pattern) {
    const next: boolean[] = [];
    for (let at = 0; at <= text.length; at++) {
      const before = at > 0 && (row[at - 1] ?? false);
      if (token === '*') next.push((row[at] ?? false) || (next[at - 1] ?? false));
      else next.push(before && (token === '?' || token === text.charAt(at - 1)));
    }
    row = next;
  }
  return row[text.length] ?? false;
}

/** Almost only one letter: nearly everything nearly fits, which is what searches are slow at. */
const monotonous = ['a', 'a', 'a', 'a', 'a', 'a', 'a', 'b'] as const;
const longText = fc.string({ unit: fc.constantFrom(...monotonous), minLength: 40, maxLength: 300 });
const segment = fc.string({ unit: fc.constantFrom(...monotonous, '?'), maxLength: 70 });
const plainSegment = fc.string({ unit: fc.constantFrom(...monotonous), maxLength: 70 });
const longPattern = fc
  .array(fc.oneof(segment, plainSegment), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join('*'));

test('a long pattern on a long text of few letters matches what a table says it matches', () => {
  fc.assert(
    fc.property(longPattern, longText, (pattern, text) => {
      expect(matchesGlob(compileGlob(pattern), text)).toBe(fitsByTable(pattern, text));
    }),
    { numRuns: 3000 },
  );
});

test('and with a piece of the text in it, it is found', () => {
  fc.assert(
    fc.property(longText, fc.nat(), fc.nat(100), fc.nat(), (text, from, length, hidden) => {
      const start = from % text.length;
      const piece = [...text.slice(start, start + length)].map((unit, at) => ((hidden >> (at % 30)) & 1 ? '?' : unit));
      expect(matchesGlob(compileGlob(`*${piece.join('')}*`), text)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['*?', '?*'],
  ['?*', '*?'],
  ['a*?*?b', 'a??*b'],
  ['a??*b', 'a*?*?b'],
])('%s and %s cover each other', (wide, narrow) => {
  expect(coversGlob(compileGlob(wide), compileGlob(narrow))).toBe(true);
});

test('long patterns are compared as short ones are', () => {
  const long = `${'a?b*'.repeat(1_000)}c`;
  expect(coversGlob(compileGlob(`*${long}`), compileGlob(`x${long}`))).toBe(true);
  expect(coversGlob(compileGlob(`*${long}`), compileGlob(`x${long}d`))).toBe(false);
});

const size = 10_000;
const half = size / 2;
test.each([
  ['one piece that nearly fits everywhere', `*${'a'.repeat(half)}b`, 'a'.repeat(size)],
  ['one piece that nearly fits everywhere, inside', `*${'a'.repeat(half)}b*`, 'a'.repeat(size)],
  ['a piece with ?', `*${'?a'.repeat(half / 2)}b*`, 'a'.repeat(size)],
  ['a piece with ? that fits every second place', `*${'a?'.repeat(half / 2)}c*`, 'ab'.repeat(half)],
  ['as many * as letters', `${'*a'.repeat(half)}b`, 'a'.repeat(size)],
  ['as many * as letters, and a long end', `${'*a'.repeat(half / 2)}*${'a'.repeat(half / 2)}b*`, 'a'.repeat(size)],
  ['as many ? as letters', `*${'?'.repeat(half)}b`, 'a'.repeat(size)],
])('a pattern of 10,000 characters is matched at once: %s', (_name, pattern, text) => {
  const glob = compileGlob(pattern);
  expect(matchesGlob(glob, text)).toBe(false);
});
