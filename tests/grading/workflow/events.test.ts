import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type WorkflowScenario, workflowGrader } from '../../../src/grading/workflow/grader.ts';
import { runWorkflow } from '../../../src/grading/workflow/run.ts';
import type { WorkflowEvent } from '../../../src/grading/workflow/scenario.ts';

const pushToMain: WorkflowScenario = parse(readFileSync('content/scenarios/workflow/push-to-ecr.yaml', 'utf8'));
const good = readFileSync('tests/cases/workflow/good-talk-four-steps.yml', 'utf8');

function run(text: string, change: Partial<WorkflowEvent>) {
  const { document } = workflowGrader.parse({ 'push.yml': text });
  if (document === null) throw new Error('unreadable');
  const event = { ...pushToMain.event, ...change };
  return runWorkflow(document, { ...pushToMain, event, asks: [], isOpen: true });
}

const codesOf = ({ trace }: ReturnType<typeof run>) => trace.map(({ message }) => message.code);

function on(text: string): string {
  return good.replace(/on:[\s\S]*?(?=permissions:)/, `on:\n${text}`);
}

const pull = { base: 'main', head: 'feature', isFromFork: false };
const pullRequest = { name: 'pull_request', ref: 'refs/pull/7/merge', activity: 'opened', pull };

test.each([
  ['push: { branches: [main] }', { ref: 'refs/heads/main' }, true],
  ['push: { branches: [main] }', { ref: 'refs/heads/dev' }, false],
  ['push: { branches: [main] }', { ref: 'refs/tags/v1' }, false],
  ["push: { tags: ['v*'] }", { ref: 'refs/tags/v1' }, true],
  ["push: { tags: ['v*'] }", { ref: 'refs/heads/main' }, false],
  ['pull_request: { branches: [main] }', pullRequest, true],
  ['pull_request: { branches: [release] }', pullRequest, false],
  ['pull_request: { types: [closed] }', pullRequest, false],
  ['pull_request:', pullRequest, true],
  ['push:', pullRequest, false],
  ['workflow_dispatch:', { name: 'workflow_dispatch' }, true],
  ['release: { types: [published] }', { name: 'release', ref: 'refs/tags/v1', activity: 'published' }, true],
  ['release: { types: [created] }', { name: 'release', ref: 'refs/tags/v1', activity: 'published' }, false],
  ["schedule: [{ cron: '0 3 * * *' }]", { name: 'schedule' }, true],
])('%s and %o: %s', (trigger, event, starts) => {
  expect(codesOf(run(on(`  ${trigger}\n`), event)).includes('workflow/run-starts')).toBe(starts);
});

test('a pull request from a fork gets no token of OIDC', () => {
  const text = on('  pull_request:\n');
  expect(codesOf(run(text, pullRequest))).not.toContain('workflow/no-oidc-token');
  const fromFork = { ...pullRequest, pull: { ...pull, isFromFork: true } };
  expect(codesOf(run(text, fromFork))).toContain('workflow/no-oidc-token');
});

test.each([
  [{}, 'repo:octo-workshop/workshop-app:ref:refs/heads/main'],
  [{ ref: 'refs/tags/v1' }, 'repo:octo-workshop/workshop-app:ref:refs/tags/v1'],
  [pullRequest, 'repo:octo-workshop/workshop-app:pull_request'],
  [{ ids: { owner: '7', repository: '42' } }, 'repo:octo-workshop@7/workshop-app@42:ref:refs/heads/main'],
])('the token of %o is for %s', (event, subject) => {
  const { effects } = run(on('  push:\n  pull_request:\n'), event);
  expect(effects.assumptions.map(({ claims }) => claims['sub'])).toEqual([subject]);
});

test('inputs of a run by hand have their defaults', () => {
  const inputs = `  workflow_dispatch:\n    inputs:\n      tag: { default: v9 }\n      loud: { type: boolean }\n`;
  const text = on(inputs).replace(/tags: .*/, 'tags: ghcr.io/a/b:${{ inputs.tag }}-${{ inputs.loud }}');
  const calls = run(text, { name: 'workflow_dispatch' }).trace.map(({ call }) => call);
  expect(calls).toContain('PUT https://ghcr.io/v2/a/b/manifests/v9-false');
});

test('each combination of a matrix is known by its values, as GitHub lists it', () => {
  const { trace } = run(readFileSync('tests/cases/workflow/good-native-tags-merge.yml', 'utf8'), {});
  const titles = new Set(trace.map(({ group }) => group.split(' / ')[0]));
  expect([...titles]).toEqual(['on', 'build (amd64, ubuntu-24.04)', 'build (arm64, ubuntu-24.04-arm)', 'merge']);
});
