import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from '../../src/cli/json-fault.ts';

test.each([
  ['{"id": }', 7],
  ['[1, 2,]', 6],
  ['{"a": 1,}', 8],
  ['[1 2]', 3],
  ['{"a" 1}', 5],
  ['{a: 1}', 1],
  ['[1}', 2],
  ['[1]]', 3],
  ['', 0],
  [' [', 2],
  ['"a', 0],
  ["['a']", 1],
  ['01', 0],
  ['tru', 0],
  ['[1]\n', null],
])('%j stops being JSON at %j', (text, offset) => {
  expect(findJsonFault(text)).toBe(offset);
});

test.each([
  ['an open string', `["${'a'.repeat(10_000_000)}`, 1],
  ['escapes', `["${'\\n'.repeat(5_000_000)}" x`, 10_000_004],
  ['digits', `[${'1'.repeat(10_000_000)} x`, 10_000_002],
  ['spaces', `[${' '.repeat(10_000_000)}x`, 10_000_001],
])('finds the fault behind ten million characters: %s', { timeout: 20_000 }, (_, text, offset) => {
  expect(findJsonFault(text)).toBe(offset);
});

test('finds a fault exactly where JSON.parse does not read a text', () => {
  const nearlyJson = fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([text, at, inserted]) => {
    const index = at % (text.length + 1);
    return text.slice(0, index) + inserted + text.slice(index);
  });
  fc.assert(
    fc.property(fc.oneof(fc.json(), nearlyJson), (text) => {
      expect(findJsonFault(text) === null).toBe(isJson(text));
    }),
    { seed: 1, numRuns: 2000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
