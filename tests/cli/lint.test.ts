import { expect, test } from 'vitest';
import { call } from './called.ts';

const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 'ecr:PutImage', Resource: 'arn:aws:ecr:ap-northeast-1:111122223333:repository/app' },
  ],
});

test('a sound file has no faults', async () => {
  const { code, lines } = await call(['lint', 'iam', 'my.json', '--json'], { 'my.json': policy });
  expect({ code, lines }).toEqual({ code: 0, lines: [{ path: 'my.json', diagnostics: [] }] });
  expect((await call(['lint', 'iam', 'my.json'], { 'my.json': policy })).output).toBe('my.json  no faults found\n');
});

test('a fault has a code, a place and a source', async () => {
  const text =
    '{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "allow", "Action": "*", "Resource": "*" }]\n}';
  const { code, lines } = await call(['lint', 'iam', 'deep/my.json', '--json'], { 'deep/my.json': text });
  expect(code).toBe(1);
  const [fault] = lines[0].diagnostics.filter(({ severity }: { severity: string }) => severity === 'error');
  expect(fault).toMatchObject({ file: 'my.json', start: { line: 3 }, source: expect.stringMatching(/^https:/) });
  expect(text.slice(fault.start.offset, fault.end.offset)).toContain('allow');
});

test('the stated type of policy decides, whatever the file is called', async () => {
  const files = { 'policy.json': policy, 'trust-policy.json': policy };
  const { lines } = await call(['lint', 'iam', '--type', 'trust', ...Object.keys(files), '--json'], files);
  for (const { diagnostics } of lines) {
    expect(diagnostics.some(({ severity }: { severity: string }) => severity === 'error')).toBe(true);
  }
  const { lines: asIdentity } = await call(['lint', 'iam', ...Object.keys(files), '--json'], files);
  expect(asIdentity.map(({ diagnostics }) => diagnostics)).toEqual([[], []]);
});

test('a folder is no file', async () => {
  const { code, complaints } = await call(['lint', 'workflow', 'deep'], { 'deep/push.yml': '' });
  expect({ code, complaints }).toEqual({ code: 2, complaints: 'deep: is a folder; a file is needed here.\n' });
});

test('a line of any length is shown around its fault', async () => {
  const text = `{"Version":"2012-10-17",${' '.repeat(5000)}"Statement":[{"Effect":"allow","Action":"*","Resource":"*"}]}`;
  const { output } = await call(['lint', 'iam', 'my.json'], { 'my.json': text });
  expect(output).toContain('~~~~~');
  expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThan(300);
});
