import { expect, test } from 'vitest';
import { call } from './called.ts';

test.each([
  [[], 'There is no command.'],
  [['grdae'], 'There is no command `grdae`. Did you mean `grade`?'],
  [['list', '--jsn'], 'There is no option `--jsn`. Did you mean `--json`?'],
  [['list', '--lang', 'fr'], '`--lang` needs one of: en, ja.'],
  [['list', '--lang'], '`--lang` needs one of: en, ja.'],
  [['list', 'more'], '`list` takes no `more`.'],
  [['grade'], '`grade` needs an exercise and at least one path.'],
  [['grade', 'ship-it'], '`grade` needs an exercise and at least one path.'],
  [['lint'], '`lint` needs at least one path.'],
  [['lint', 'iam'], '`lint` needs at least one path.'],
  [['lint', 'imam', 'a.json'], '`imam` is not a domain; a domain is iam, workflow or network. Did you mean `iam`?'],
  [['lint', 'iam', '--type', 'bucket', 'a.json'], '`--type` needs one of: identity, trust, resource.'],
  [['lint', 'network', '--type', 'trust', 'a.yaml'], '`--type` goes with `lint iam` only.'],
  [['authorize'], '`authorize` needs at least one path.'],
])('%j is refused with a reason', async (given, reason) => {
  const { code, output, complaints } = await call(given);
  expect({ code, output }).toEqual({ code: 2, output: '' });
  expect(complaints.split('\n')[0]).toBe(reason);
});

test('a suggestion needs no guessing', async () => {
  const { code, complaints } = await call(['grade', 'iam-buildx-psh', 'policy.json'], { 'policy.json': '{}' });
  expect(code).toBe(2);
  expect(complaints).toContain('Did you mean `iam-buildx-push`?');
});

test('complaints come in the language that was asked for', async () => {
  expect((await call(['--lang', 'ja'])).complaints).toContain('コマンドが指定されていません。');
});

test('help goes to standard output and is no failure', async () => {
  for (const given of [['--help'], ['-h'], ['help'], ['grade', '--help']]) {
    const { code, output, complaints } = await call(given);
    expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
    expect(output).toContain('authorize <cases.json>...');
  }
});

test('list names every exercise in the order of the lessons', async () => {
  const { code, lines } = await call(['list', '--json']);
  expect(code).toBe(0);
  expect(lines.map(({ exercise }) => exercise)).toEqual([
    'workflow-four-steps',
    'workflow-docker-login',
    'workflow-multi-platform',
    'iam-buildx-push',
    'iam-least-privilege',
    'iam-oidc-trust',
    'network-fargate-endpoints',
    'network-security-groups',
    'network-from-nothing',
    'ship-it',
  ]);
  for (const line of lines) expect(Object.keys(line)).toEqual(['exercise', 'domain', 'lesson', 'files', 'title']);
  expect((await call(['list'])).output.trim().split('\n')).toHaveLength(10);
});
