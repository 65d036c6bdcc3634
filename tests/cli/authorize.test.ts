import { expect, test } from 'vitest';
import { call } from './called.ts';

const allowAll = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const request = { action: 's3:GetObject', resource: 'arn:aws:s3:::bucket/key', context: {} };

function authorize(cases: unknown, ...options: string[]) {
  return call(['authorize', 'cases.json', ...options], { 'cases.json': JSON.stringify(cases) });
}

test('each case gets its decision and the statement that makes it', async () => {
  const text = JSON.stringify(allowAll);
  const { lines } = await authorize(
    [
      { id: 'text', policies: [text], request },
      { id: 'object', policies: [allowAll], request },
      { id: 'none', policies: [], request },
      { id: 'broken', policies: ['{'], request },
    ],
    '--json',
  );
  expect(lines.map(({ id, decision }) => [id, decision])).toEqual([
    ['text', 'allowed'],
    ['object', 'allowed'],
    ['none', 'implicit-deny'],
    ['broken', 'unreadable'],
  ]);
  const [{ policy, statement, start, end }] = lines[0].decidedBy;
  expect({ policy, statement, decides: JSON.parse(text.slice(start, end)) }).toEqual({
    policy: 0,
    statement: 0,
    decides: allowAll.Statement[0],
  });
  const printed = JSON.stringify(allowAll, null, 2);
  const [place] = lines[1].decidedBy;
  expect(JSON.parse(printed.slice(place.start, place.end))).toEqual(allowAll.Statement[0]);
});

test('a context may hold lists, numbers and truth values, or be left out', async () => {
  const { lines, complaints } = await authorize(
    [
      {
        id: 1,
        policies: [allowAll],
        request: { ...request, context: { 'aws:TagKeys': ['a', 'b'], 'aws:MultiFactorAuthAge': 5 } },
      },
      { id: 2, policies: [allowAll], request: { action: request.action, resource: request.resource } },
    ],
    '--json',
  );
  expect(complaints).toBe('');
  expect(lines.map(({ decision }) => decision)).toEqual(['allowed', 'allowed']);
});

test('a file that is not JSON is refused at its place', async () => {
  const { code, output, complaints } = await call(['authorize', 'cases.json'], { 'cases.json': '[\n  {"id": }\n]' });
  expect({ code, output }).toEqual({ code: 2, output: '' });
  expect(complaints).toBe('cases.json:2:10: stops being JSON here.\n');
});

test.each([
  [{}, 'cases.json: [] must be array.'],
  [[{ id: 'a', policies: [] }], "cases.json: [0] must have required property 'request'."],
  [[{ id: 'a', policies: [1], request }], 'cases.json: [0].policies[0] must be string,object,array.'],
  [[{ id: 'a', policies: [], request: { ...request, action: 7 } }], 'cases.json: [0].request.action must be string.'],
])('%j is refused at its place', async (cases, complaint) => {
  const { code, complaints } = await authorize(cases);
  expect({ code, complaints }).toEqual({ code: 2, complaints: `${complaint}\n` });
});

test('people read who decided', async () => {
  const { output } = await authorize([{ id: 'mine', policies: [allowAll], request }]);
  expect(output).toContain('mine  allowed  policy 0, statement 0');
});

test('a permissions boundary is the policy behind the last', async () => {
  const boundary = { Version: '2012-10-17', Statement: { Effect: 'Deny', Action: 's3:*', Resource: '*' } };
  const { lines } = await authorize([{ id: 'within', policies: [allowAll], boundary, request }], '--json');
  expect(lines).toMatchObject([{ id: 'within', decision: 'explicit-deny', decidedBy: [{ policy: 1, statement: 0 }] }]);
});

test('people read which kind of policy AWS blames', async () => {
  const boundary = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'ecr:*', Resource: '*' } };
  const { output } = await authorize([
    { id: 'bare', policies: [], request },
    { id: 'within', policies: [allowAll], boundary, request },
  ]);
  expect(output).toContain(`because no identity-based policy allows the ${request.action} action`);
  expect(output).toContain(`because no permissions boundary allows the ${request.action} action`);
});

test('more cases than a call takes arguments', { timeout: 60_000 }, async () => {
  const { code, output } = await authorize(
    Array.from({ length: 150_000 }, (_, id) => ({ id, policies: [], request })),
    '--json',
  );
  expect(code).toBe(0);
  expect(output.split('\n')).toHaveLength(150_001);
});

test('a policy that nests without end has no answer, and the other cases get theirs', async () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const [before, after] = [JSON.stringify({ id: 'a', policies: [], request }), { id: 'c', policies: [], request }];
  const text = `[${before},{"id":"deep","policies":[${deep}],"request":${JSON.stringify(request)}},${JSON.stringify(after)}]`;
  const { code, lines, complaints } = await call(['authorize', 'cases.json', '--json'], { 'cases.json': text });
  const others = lines.filter(({ id }) => id !== 'deep');
  expect(others.map(({ decision }) => decision)).toEqual(['implicit-deny', 'implicit-deny']);
  expect(code).toBeGreaterThan(0);
  expect(complaints).not.toMatch(/\n\s+at /);
});
