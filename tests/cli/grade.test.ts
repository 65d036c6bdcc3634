import { expect, test } from 'vitest';
import { loadExercise } from '../../src/exercises/load-exercise.ts';
import type { Files } from '../../src/grading/index.ts';
import { call } from './called.ts';

const answersTo = (id: string): { readonly starter: Files; readonly solution: Files } => {
  const exercise = loadExercise(id);
  const [solution] = exercise?.solutions.values() ?? [];
  if (exercise === undefined || solution === undefined) throw new Error(`${id} has no solution`);
  return { starter: exercise.starter, solution };
};

const policy = answersTo('iam-buildx-push');
const passing = policy.solution['policy.json'] ?? '';
const failing = policy.starter['policy.json'] ?? '';

test('one line a submission, in the order of the paths', async () => {
  const files = { 'a/one.json': passing, 'b.json': failing, 'c/policy.json': passing };
  const { code, lines } = await call(['grade', 'iam-buildx-push', 'a/one.json', 'b.json', 'c', '--json'], files);
  expect(code).toBe(1);
  expect(lines.map(({ path, verdict }) => [path, verdict])).toEqual([
    ['a/one.json', 'passed'],
    ['b.json', 'failed'],
    ['c', 'passed'],
  ]);
});

test('a report has the keys that other tools rely on', async () => {
  const { lines } = await call(['grade', 'iam-buildx-push', 'b.json', '--json'], { 'b.json': failing });
  const [report] = lines;
  expect(Object.keys(report)).toEqual(['path', 'exercise', 'verdict', 'goals', 'diagnostics', 'trace']);
  for (const goal of report.goals) expect(Object.keys(goal)).toEqual(['id', 'state', 'message']);
  for (const step of report.trace) {
    expect(step).toMatchObject({
      operation: expect.any(String),
      call: expect.any(String),
      outcome: expect.stringMatching(/^(allowed|denied|skipped|unknown)$/),
      message: expect.any(String),
      evidence: expect.stringMatching(/^(documented|talk|field|inferred)$/),
      source: expect.stringMatching(/^https:/),
      decidedBy: expect.any(Array),
    });
  }
});

test('all passed is exit code 0', async () => {
  expect((await call(['grade', 'iam-buildx-push', 'b.json'], { 'b.json': passing })).code).toBe(0);
});

test('a folder is one submission of several files', async () => {
  const { solution } = answersTo('ship-it');
  const { code, lines } = await call(['grade', 'ship-it', '.', '--json'], solution);
  expect({ code, verdict: lines[0]?.verdict }).toEqual({ code: 0, verdict: 'passed' });
});

test('a workflow may call others that lie in its folder', async () => {
  const { solution } = answersTo('workflow-four-steps');
  const [, jobs = ''] = /^jobs:\n([\s\S]*)$/m.exec(solution['push.yml'] ?? '') ?? [];
  const called = `on: workflow_call\nenv:\n  AWS_REGION: ap-northeast-1\n  ECR_REPOSITORY: workshop-app\njobs:\n${jobs}`;
  const permissions = 'permissions:\n  contents: read\n  id-token: write\n';
  const caller = `on: push\n${permissions}jobs:\n  ship:\n    uses: ./.github/workflows/ship.yml\n`;
  const files = under('mine', { 'push.yml': caller, 'ship.yml': called });
  const { lines } = await call(['grade', 'workflow-four-steps', 'mine', '--json'], files);
  expect(lines[0]?.verdict).toBe('passed');
});

test('a file that the folder lacks is a diagnostic, not a complaint', async () => {
  const { solution } = answersTo('ship-it');
  const { 'policy.json': _, ...others } = solution;
  const { code, lines, complaints } = await call(['grade', 'ship-it', 'mine', '--json'], under('mine', others));
  expect({ code, complaints, verdict: lines[0]?.verdict }).toEqual({ code: 1, complaints: '', verdict: 'unreadable' });
  const missing = lines[0]?.diagnostics.filter(({ code: found }: { code: string }) => found === 'core/missing-file');
  expect(missing.map(({ file }: { file: string }) => file)).toEqual(['policy.json']);
});

test('an empty folder misses the one file there should be', async () => {
  const { code, lines } = await call(['grade', 'iam-buildx-push', 'mine', '--json'], { 'mine/readme.txt': '' });
  expect(code).toBe(1);
  expect(lines[0]).toMatchObject({
    verdict: 'unreadable',
    diagnostics: [{ code: 'core/missing-file', file: 'policy.json' }],
  });
});

test('a path that is not there is a complaint, and the others are graded all the same', async () => {
  const given = ['grade', 'iam-buildx-push', 'none.json', 'b.json', '--json'];
  const { code, lines, complaints } = await call(given, { 'b.json': passing });
  expect({ code, complaints }).toEqual({ code: 2, complaints: 'none.json: there is no such file or folder.\n' });
  expect(lines.map(({ path }) => path)).toEqual(['b.json']);
});

test('a complaint names a path as it was given, and cannot steer the terminal', async () => {
  const { complaints } = await call(['grade', 'ship-it', 'mine', '\u001b[2J', ''], { 'mine/push.yml/x': '' });
  expect(complaints.split('\n')).toEqual([
    'mine/push.yml: is a folder; a file is needed here.',
    '␛[2J: there is no such file or folder.',
    "'': there is no such file or folder.",
    '',
  ]);
});

test('an exercise of several files asks for a folder', async () => {
  const { code, complaints } = await call(['grade', 'ship-it', 'b.json'], { 'b.json': passing });
  expect(code).toBe(2);
  expect(complaints).toContain('give the folder that holds them');
});

test('UTF-16 with a byte order mark is read, and offsets count the mark', async () => {
  const text = `\ufeff${failing}`;
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(text, 'utf16le').swap16();
  const files = { 'utf8.json': text, 'little.json': little, 'big.json': big };
  const { lines } = await call(['grade', 'iam-buildx-push', ...Object.keys(files), '--json'], files);
  const [first, ...others] = lines.map(({ path: _, ...report }) => report);
  expect(others).toEqual([first, first]);
});

test.each(['', '\u0000\u001b[2J', '{', '[1,', 'null', '💥', ' '.repeat(1000)])('%j gets a report', async (text) => {
  const { code, lines, complaints } = await call(['grade', 'iam-buildx-push', 'x', '--json'], { x: text });
  expect({ code, complaints }).toEqual({ code: 1, complaints: '' });
  expect(lines[0].verdict).toBe('unreadable');
});

test('people see the verdict, the goals, the refusal and its place', async () => {
  const { output } = await call(['grade', 'iam-buildx-push', 'b.json'], { 'b.json': failing });
  expect(output).toContain('b.json  iam-buildx-push  not passed');
  expect(output).toMatch(/^ {2}✕ /m);
  expect(output).toMatch(/^ {4}✕ .* denied$/m);
  expect(output).toMatch(/Source: https:/);
});

test('a text cannot steer the terminal', async () => {
  const { output } = await call(['grade', 'iam-buildx-push', 'x'], { x: '{"\u001b[2J": \u0007}' });
  expect(Array.from(output).filter((character) => character < ' ' && character !== '\n')).toEqual([]);
});

function under(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}
