import { expect, test } from 'vitest';
import { checks } from '../../../src/grading/iam/checks.ts';
import { en } from '../../../src/messages/en/index.ts';

// That each fires, and not on its near miss, tests/checks.test.ts shows for every domain.

test('every code of a fault has one check', () => {
  const codes = checks.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  const spoken = Object.keys(en).filter(
    (code) => code.startsWith('iam/') && !/^iam\/(fix-|about-|denied-|allowed|left-open)/.test(code),
  );
  expect(spoken.toSorted()).toEqual(codes.toSorted());
});
