import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Files } from '../../../src/grading/core/types.ts';
import { readCall } from '../../../src/grading/workflow/calls/reference.ts';
import { type WorkflowScenario, workflowGrader } from '../../../src/grading/workflow/grader.ts';
import { runWorkflow } from '../../../src/grading/workflow/run.ts';
import { base, type CallCase, callCases } from './call-cases.ts';
import { gradeText } from './grade-case.ts';

function filesOf({ id, edits, beside = {} }: CallCase): Files {
  const files: Record<string, string> = { ...base, ...beside };
  for (const [file, from, to] of edits) {
    const text = files[file] ?? '';
    if (!text.includes(from)) throw new Error(`${id}: ${file} has no ${JSON.stringify(from)}`);
    files[file] = text.replace(from, () => to);
  }
  return files;
}

test.each(callCases.map((each) => [each.id, each] as const))('%s', (_, each) => {
  const { 'push.yml': caller = '', ...beside } = filesOf(each);
  const report = gradeText('workflow-multi-platform', caller, beside);
  const files: Files = { 'push.yml': caller, ...beside };
  const remarks = report.diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ message, range }) => [message.code, (files[range.file] ?? '').slice(range.start, range.end)] as const);
  expect(report.verdict, JSON.stringify(remarks, null, 1)).toBe(each.verdict);
  if (each.raises !== undefined) expect(remarks).toContainEqual(each.raises);
  if (each.verdict === 'passed' && each.raises === undefined) expect(remarks).toEqual([]);
});

const scenario: WorkflowScenario = parse(readFileSync('content/scenarios/workflow/multi-platform.yaml', 'utf8'));

function run(files: Files) {
  const { document } = workflowGrader.parse(files);
  if (document === null) throw new Error('unreadable');
  return runWorkflow(document, scenario);
}

test('the steps of a called job stand under both jobs in the list of the run', () => {
  const { trace } = run(base);
  const call = trace.find(({ operation }) => operation === 'call');
  expect([call?.group, call?.call, call?.outcome]).toEqual(['ship', 'uses: ./.github/workflows/build.yml', 'allowed']);
  expect(trace.find(({ operation }) => operation === 'checkout')?.group).toBe('ship / build / Run actions/checkout@v6');
});

test('the token tells which workflow the event started, and which one holds the job', () => {
  const [assumed] = run(base).effects.assumptions;
  const at = '@refs/heads/main';
  expect(assumed?.claims).toMatchObject({
    sub: 'repo:octo-workshop/workshop-app:ref:refs/heads/main',
    workflow: 'Push',
    workflow_ref: `octo-workshop/workshop-app/.github/workflows/push.yml${at}`,
    job_workflow_ref: `octo-workshop/workshop-app/.github/workflows/build.yml${at}`,
  });
});

test('a called workflow hands back what it declares', () => {
  const tell =
    '  tell:\n    needs: ship\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo "built ${{ needs.ship.outputs.image }}"\n';
  const { trace } = run({ ...base, 'push.yml': base['push.yml']?.replace('  ship:', () => `${tell}  ship:`) ?? '' });
  expect(trace.find(({ group }) => group.startsWith('tell'))?.said).toContain('built workshop-app');
});

test('a matrix calls once for each combination, and names each', () => {
  const caller = base['push.yml']?.replace(
    '    uses:',
    '    strategy:\n      matrix:\n        platform: [linux/amd64, linux/arm64]\n    uses:',
  );
  const { trace } = run({ ...base, 'push.yml': caller ?? '' });
  const calls = trace.filter(({ operation }) => operation === 'call').map(({ group }) => group);
  expect(calls).toEqual(['ship (linux/amd64)', 'ship (linux/arm64)']);
});

test('the files may be named by their paths', () => {
  const paths = Object.entries(base).map(([name, text]) => [`.github/workflows/${name}`, text] as const);
  const { effects } = run(Object.fromEntries(paths));
  expect(Object.values(effects.published)).toEqual([['linux/amd64', 'linux/arm64']]);
  expect(effects.assumptions[0]?.claims['workflow_ref']).toContain('/.github/workflows/push.yml@');
});

test('calls that multiply from level to level end all the same', () => {
  const jobs = (next: string) =>
    Array.from({ length: 20 }, (_, at) => `  j${at}:\n    uses: ./.github/workflows/${next}.yml\n`).join('');
  const files = Object.fromEntries(
    Array.from({ length: 9 }, (_, at) => [`l${at}.yml`, `on: [push, workflow_call]\njobs:\n${jobs(`l${at + 1}`)}`]),
  );
  const last = 'on: workflow_call\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo\n';
  const { diagnostics } = run({ ...files, 'l9.yml': last });
  expect(diagnostics.map(({ message }) => message.code)).toContain('workflow/run-too-long');
});

test('a workflow that calls itself over and over is refused before any run', () => {
  const jobs = Array.from({ length: 40 }, (_, at) => `  j${at}:\n    uses: ./.github/workflows/push.yml\n`).join('');
  const { refused, diagnostics } = workflowGrader.parse({ 'push.yml': `on: [push, workflow_call]\njobs:\n${jobs}` });
  expect([refused, diagnostics[0]?.message.code]).toEqual([true, 'workflow/calls-too-deep']);
});

test('a circle behind more calls than are looked into ends all the same', () => {
  const last = 'on: workflow_call\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo\n';
  const calls = Array.from({ length: 600 }, (_, at) => `  j${at}:\n    uses: ./.github/workflows/last.yml\n`).join('');
  const round = (name: string) =>
    `on: [push, workflow_call]\njobs:\n  first:\n    uses: ./.github/workflows/${name}\n${calls}`;
  const { trace } = run({ 'push.yml': round('other.yml'), 'other.yml': round('push.yml'), 'last.yml': last });
  expect(trace.length).toBeGreaterThan(0);
});

const references: readonly (readonly [uses: string, kind: 'here' | 'elsewhere' | 'malformed'])[] = [
  ['./.github/workflows/a.yml', 'here'],
  ['./.github/workflows/a.yaml', 'here'],
  ['./.github/workflows/a.txt', 'malformed'],
  ['./.github/workflows/', 'malformed'],
  ['./a.yml', 'malformed'],
  ['octo/flows/.github/workflows/a.yml@v1', 'elsewhere'],
  ['octo/flows/.github/workflows/a.yml@feature/x', 'elsewhere'],
  ['octo/flows/.github/workflows/a.yml@', 'malformed'],
  ['octo/.github/.github/workflows/a.yml@main', 'elsewhere'],
  ['octo/flows/a.yml@v1', 'malformed'],
  ['flows/.github/workflows/a.yml@v1', 'malformed'],
  ['', 'malformed'],
];

test.each(references)('%s is %s', (uses, kind) => {
  expect(readCall(uses).kind).toBe(kind);
});
