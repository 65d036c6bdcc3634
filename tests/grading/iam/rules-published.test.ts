import { expect, test } from 'vitest';
import { iamGrader } from '../../../src/grading/iam/grader.ts';
import index from '../../cases/iam/published/index.json';

/** What AWS itself publishes is never called an error: managed policies, examples of its guides, trust policies. */

const texts = import.meta.glob('/tests/cases/iam/published/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;

test('every published policy has its page', () => {
  const files = Object.keys(texts)
    .map((path) => path.split('/').at(-1))
    .filter((name) => name !== 'index.json');
  expect(index.policies.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
  expect(files.length).toBeGreaterThanOrEqual(40);
  for (const { url } of index.policies) expect(url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
});

test.each(index.policies)('$file is saved, and nothing in it is an error', ({ file, type }) => {
  const text = texts[`/tests/cases/iam/published/${file}`] ?? '';
  const policyType = type === 'trust' ? 'trust' : 'identity';
  const { document, refused, diagnostics } = iamGrader.parse({ [file]: text }, { policyType });
  expect(refused).toBe(false);
  const all = document === null ? diagnostics : [...diagnostics, ...iamGrader.lint(document)];
  const errors = all.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ message, range }) => [message.code, text.slice(range.start, range.end)])).toEqual([]);
});
