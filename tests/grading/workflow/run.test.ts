import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type WorkflowScenario, workflowGrader } from '../../../src/grading/workflow/grader.ts';
import { type Authority, runWorkflow } from '../../../src/grading/workflow/run.ts';

const scenario: WorkflowScenario = parse(readFileSync('content/scenarios/workflow/multi-platform.yaml', 'utf8'));

function run(text: string, authority?: Authority) {
  const { document } = workflowGrader.parse({ 'push.yml': text });
  if (document === null) throw new Error('unreadable');
  return runWorkflow(document, scenario, authority);
}

const good = readFileSync('tests/cases/workflow/good-quoted-on.yml', 'utf8');

test('a run says what it did to the outside', () => {
  const { effects } = run(good);
  expect(effects.assumptions.map(({ roleArn, claims }) => [roleArn, claims['sub'], claims['aud']])).toEqual([
    [scenario.role, 'repo:octo-workshop/workshop-app:ref:refs/heads/main', 'sts.amazonaws.com'],
  ]);
  expect(effects.registryUses.map(({ purpose, repository }) => [purpose, repository])).toEqual([
    ['login', ''],
    ['push', 'workshop-app'],
  ]);
  expect(Object.values(effects.published)).toEqual([['linux/amd64', 'linux/arm64']]);
});

test('an authority that refuses makes the step fail in the words of the real system', () => {
  const { trace, effects } = run(good, {
    assumeRole: () => ({
      outcome: 'denied',
      said: 'No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
    }),
    useRegistry: ({ purpose }) => ({ outcome: purpose === 'push' ? 'denied' : 'allowed', said: '' }),
  });
  const role = trace.find(({ operation }) => operation === 'assume-role');
  expect(role?.outcome).toBe('denied');
  expect(role?.said).toContain('No OpenIDConnect provider');
  const push = trace.find(({ operation }) => operation === 'push-image');
  expect([push?.outcome, push?.message.code]).toEqual(['denied', 'workflow/push-forbidden']);
  expect(effects.published).toEqual({});
});

test('an authority that does not know leaves the operation unknown', () => {
  const { trace } = run(good, {
    assumeRole: () => ({ outcome: 'unknown', said: '' }),
    useRegistry: () => ({ outcome: 'allowed', said: '' }),
  });
  expect(trace.find(({ operation }) => operation === 'assume-role')?.outcome).toBe('unknown');
});
