import { expect, test } from 'vitest';
import { gradeText } from './grade-case.ts';

/** What jobs come to that wait for a job which did not run, or failed. */

const runs = 'runs-on: ubuntu-24.04, timeout-minutes: 5';
const push = 'steps: [{ run: docker build -t ghcr.io/a/b:1 . }]';

function skippedIn(...jobs: readonly string[]): readonly string[] {
  const text = `on: push\njobs:\n${jobs.map((job) => `  ${job}\n`).join('')}`;
  const { trace } = gradeText('workflow-four-steps', text);
  return trace.filter(({ message }) => message.code === 'workflow/job-skipped').map(({ call }) => call);
}

const never = `a: { ${runs}, if: false, ${push} }`;
const nowhere = `a: { ${runs}, strategy: { matrix: { x: [] } }, ${push} }`;
const anyway = (condition: string) => `b: { ${runs}, needs: a, if: ${condition}, ${push} }`;
const after = (more = '') => `c: { ${runs}, needs: b, ${more}${push} }`;

test.each([
  ['a skip applies to the whole chain', [never, anyway('always()'), after()], ['job a', 'job c']],
  ['so it does where a condition is given', [never, anyway('always()'), after('if: true, ')], ['job a', 'job c']],
  ['a condition that asks for no success ends it', [never, anyway('always()'), after("if: '!failure()', ")], ['job a']],
  ['a chain without a skip runs', [`a: { ${runs}, ${push} }`, anyway('always()'), after()], []],
  ['a skip is no failure', [never, anyway('failure()')], ['job a', 'job b']],
  ['a failure is one', [nowhere, anyway('failure()')], []],
  ['also further up', [nowhere, anyway('always()'), after('if: failure(), ')], []],
  ['and applies to the whole chain', [nowhere, anyway('always()'), after()], ['job c']],
])('%s', (_, jobs, skipped) => {
  expect(skippedIn(...jobs)).toEqual(skipped);
});
