import { describe, expect, test } from 'vitest';
import { grade } from '../../src/grading/index.ts';
import { validate } from '../../src/grading/workflow/scenario.schema.json?ajv';
import { firstKindIn, happeningKinds, usualHappening } from '../../src/workbench/free-run/happening.ts';
import { runLinks } from '../../src/workbench/free-run/run-link.ts';
import { exerciseOf, workflowFile } from '../../src/workbench/free-run/run-scenario.ts';
import { maxFragmentLength } from '../../src/workbench/sharing/packed.ts';

test.each([
  ['on: push\njobs:', 'push'],
  ['on:\n  push:\n    branches: [main]\njobs:', 'push'],
  ["on:\n  push:\n    tags: ['v*']\njobs:", 'tag'],
  ['name: a\n"on": [pull_request, push]\n', 'pull'],
  ['on:\n  # nightly\n  schedule:\n    - cron: "0 3 * * *"\n', 'schedule'],
  ['on:\n- workflow_dispatch\njobs:\n  push:\n', 'dispatch'],
  ['on: watch\njobs:\n  push:\n', null],
  ['on: constructor\n', null],
  ['jobs:\n  push:\n', null],
  ['', null],
])('the first event of %j is %s', (text, kind) => {
  expect(firstKindIn(text)).toBe(kind);
});

test.each(happeningKinds)('what a %s comes to is a scenario of the grader', (kind) => {
  const { exercise } = exerciseOf('on: push\n', { ...usualHappening, kind, hasIds: true, branch: ' ' });
  expect(validate(exercise.scenario), JSON.stringify(validate.errors)).toBe(true);
});

test('account, Region and role are those of the text, and a registry elsewhere is no fault', async () => {
  const text = `on: push
permissions: { id-token: write, contents: read }
jobs:
  ship:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v7
      - uses: aws-actions/configure-aws-credentials@v6
        with: { role-to-assume: 'arn:aws:iam::444455556666:role/ci', aws-region: eu-west-1 }
      - uses: aws-actions/amazon-ecr-login@v2
      - run: |
          docker build -t 444455556666.dkr.ecr.eu-west-1.amazonaws.com/any/thing:1 .
          docker push 444455556666.dkr.ecr.eu-west-1.amazonaws.com/any/thing:1
`;
  const { exercise } = exerciseOf(text, usualHappening);
  const report = await grade(exercise, { [workflowFile]: text });
  expect(report.trace.filter(({ outcome }) => outcome !== 'allowed')).toEqual([]);
  expect(report.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

describe('a link', () => {
  const shared = {
    text: 'on: push\njobs: {} # é 𠮷\n',
    happening: { ...usualHappening, kind: 'tag', hasIds: true },
  } as const;

  test('carries a workflow and its event', async () => {
    const fragment = await runLinks.write(shared);
    expect(fragment.length).toBeLessThan(maxFragmentLength);
    expect(await runLinks.read(fragment)).toEqual({ kind: 'shared', shared });
  });

  test.each([
    ['', 'none'],
    ['#network=abc', 'none'],
    ['#workflow=', 'damaged'],
    ['#workflow=%%%', 'damaged'],
    [`#workflow=${'A'.repeat(maxFragmentLength)}`, 'too-long'],
  ])('%s is %s', async (fragment, kind) => {
    expect(await runLinks.read(fragment)).toEqual({ kind });
  });

  test.each([
    ['an event of another shape', { ...shared, happening: { ...usualHappening, kind: 'merge' } }],
    ['no event', { text: '' }],
    ['a key too many', { ...shared, more: 1 }],
    ['a text that is too long', { ...shared, text: ' '.repeat(200_001) }],
  ])('with %s takes nothing', async (_, other) => {
    expect(await runLinks.read(await runLinks.write(other as never))).toEqual({ kind: 'damaged' });
  });
});
