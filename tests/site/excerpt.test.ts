import { expect, test } from 'vitest';
import { checksOf, domains } from '../../src/grading/index.ts';
import { excerpt } from '../../src/site/checks/excerpt.ts';

test('an example that can be read is shown as it is', () => {
  expect(excerpt('a\n  b\n')).toBe('a\n  b\n');
  expect(excerpt('')).toBe('');
});

test('of a long one the beginning is shown', () => {
  expect(excerpt('a\n'.repeat(50))).toBe(`${'a\n'.repeat(40)}…`);
  expect(excerpt('a'.repeat(500))).toBe(`${'a'.repeat(300)} …`);
});

test('the examples of all checks together stay a page', async () => {
  const checks = (await Promise.all(domains.map((domain) => checksOf(domain)))).flat();
  const shown = checks.flatMap(({ example }) => [excerpt(example.fails), excerpt(example.passes)]);
  expect(shown.join('').length).toBeLessThan(400_000);
});
