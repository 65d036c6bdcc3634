import { expect, test } from 'vitest';
import { staysWhole } from '../../src/workbench/inline.ts';

test.each([
  ['docker/login-action', true],
  ['a-name-of-28-characters-long', true],
  ['a-name-of-29-characters-longs', false],
  ['push', false],
  ['docker build-x', false],
])('whether “%s” must stay in one line: %s', (code, whole) => {
  expect(staysWhole(code)).toBe(whole);
});
