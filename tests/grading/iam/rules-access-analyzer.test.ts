import { describe, expect, test } from 'vitest';
import type { Severity } from '../../../src/grading/core/types.ts';
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

/** The kinds of findings that Access Analyzer has, as the anchors of its checks begin, and what they are here. */
const severities: Readonly<Record<string, Severity>> = {
  error: 'error',
  'security-warning': 'warning',
  'general-warning': 'warning',
  suggestion: 'info',
};

const cited = checks.flatMap(({ code, severity, source }) => {
  const kind = /policy-checks-(error|security-warning|general-warning|suggestion)-/.exec(source.url)?.[1];
  return kind === undefined ? [] : [{ code, severity, said: severities[kind] }];
});

describe('a check that cites Access Analyzer', () => {
  const milder: Readonly<Record<string, string>> = table.milder;

  test.each(cited)('$code is as severe as it, unless there is a reason', ({ code, severity, said }) => {
    expect(severity).toBe(Object.hasOwn(milder, code) ? 'warning' : said);
  });

  test('has a reason to be milder only where it is', () => {
    const errors = new Set<string>(cited.flatMap(({ code, said }) => (said === 'error' ? [code] : [])));
    for (const [code, reason] of Object.entries(milder)) {
      expect([...errors]).toContain(code);
      expect(reason.length).toBeGreaterThan(20);
    }
  });
});
