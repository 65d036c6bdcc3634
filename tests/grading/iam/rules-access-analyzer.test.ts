import { expect, test } from 'vitest';
import { checks } from '../../../src/grading/iam/checks.ts';
import table from '../../cases/iam/checks/access-analyzer.json';

/** Which check says what Access Analyzer would say, so that nothing that a text or the catalogue can decide is forgotten. */

const codes = new Set<string>(checks.map(({ code }) => code));

test.each(Object.entries(table.covered))('%s is said by %s', (_, code) => {
  expect([...codes]).toContain(code);
});

test('what is left out has a reason and no check', () => {
  for (const [id, reason] of Object.entries(table.left)) {
    expect(reason.length).toBeGreaterThan(20);
    expect(Object.keys(table.covered)).not.toContain(id);
  }
});
