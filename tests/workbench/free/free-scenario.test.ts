import { describe, expect, test } from 'vitest';
import type { Ask } from '../../../src/exercises/asks.ts';
import { callSetsIn } from '../../../src/exercises/call-sets.ts';
import { validate as isScenario } from '../../../src/grading/iam/scenario.schema.json?ajv';
import { exerciseOf, type NamedAsk } from '../../../src/workbench/free/free-scenario.ts';
import { summarise } from '../../../src/workbench/free/summary.ts';
import { answer } from '../../../src/worker/answer.ts';

const repository = 'arn:aws:ecr:ap-northeast-1:111122223333:repository/workshop-app';
const asker = {
  session: 'arn:aws:sts::444455556666:assumed-role/role/me',
  keys: 'aws:RequestedRegion = ap-northeast-1',
};

const named = (asks: readonly Partial<Ask>[]): readonly NamedAsk[] =>
  asks.map((ask, index) => ({ action: '', on: '', keys: '', wanted: 'allowed', as: '', ...ask, id: `ask-${index}` }));

async function report(type: 'identity' | 'trust', asks: readonly NamedAsk[], policy: object) {
  const file = type === 'trust' ? 'trust-policy.json' : 'policy.json';
  const files = { [file]: JSON.stringify(policy) };
  const reply = await answer({ kind: 'grade', id: 1, locale: 'en', ...exerciseOf(type, asks, asker), files });
  if (reply?.kind !== 'report') throw new Error(JSON.stringify(reply));
  return reply.report;
}

const allow = (more: object) => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...more }] });

test.each(callSetsIn('en'))('the list $id is a scenario like those of the lessons', ({ type, ...asking }) => {
  const { exercise } = exerciseOf(type, named(asking.asks), asking);
  const { attempts, ...rest } = exercise.scenario as { attempts: readonly object[]; probes: readonly object[] };
  const given = attempts.length > 0 ? attempts : rest.probes;
  expect(isScenario({ ...rest, attempts: given }), JSON.stringify(isScenario.errors)).toBe(true);
});

describe('calls of an identity', () => {
  const asks = named([
    { action: ' ecr:PutImage ', on: repository },
    { action: 'ecr:DeleteRepository', on: repository, wanted: 'denied' },
    { action: 'ecr:ListImages', on: repository, keys: 'aws:SourceIp = 203.0.113.9' },
    { action: 'half' },
    {},
  ]);

  test('are each decided, with AWS’s sentence and the deciding text', async () => {
    const found = await report('identity', asks, allow({ Action: 'ecr:PutImage', Resource: repository }));
    expect(found.trace.map(({ operation, outcome }) => [operation, outcome])).toEqual([
      ['ask-0', 'allowed'],
      ['ask-2', 'denied'],
      ['ask-1', 'denied'],
    ]);
    expect(found.trace[1]?.said).toBe(
      `User: ${asker.session} is not authorized to perform: ecr:ListImages on resource: ${repository} because no identity-based policy allows the ecr:ListImages action`,
    );
    expect(found.trace[0]?.decidedBy).not.toEqual([]);
    expect(summarise(found, asks)).toMatchObject({ asked: 3, asWanted: 2, beyond: [] });
  });

  test('carry their own keys and those of every request', async () => {
    const Condition = {
      IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
      StringEquals: { 'aws:RequestedRegion': 'ap-northeast-1' },
    };
    const found = await report('identity', asks, allow({ Action: 'ecr:ListImages', Resource: repository, Condition }));
    expect(found.trace.find(({ operation }) => operation === 'ask-2')?.outcome).toBe('allowed');
  });

  test('leave the rest of what is granted to be counted', async () => {
    const found = summarise(await report('identity', asks, allow({ Action: 'ecr:*', Resource: '*' })), asks);
    expect(found.asWanted).toBe(2);
    expect(found.beyond.map(({ code }) => code)).toContain('iam/grants-other-action');
    expect(found.problems.filter(({ code }) => code.startsWith('iam/grants'))).toEqual([]);
  });

  test('without one that should work nothing is beyond', async () => {
    const found = await report('identity', named([]), allow({ Action: '*', Resource: '*' }));
    expect(summarise(found, [])).toMatchObject({ asked: 0, beyond: [] });
  });
});

test('tokens are each asked, whatever kind the policy is written for', async () => {
  const provider = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
  const host = 'token.actions.githubusercontent.com';
  const subject = 'repo:octo-workshop/workshop-app:ref:refs/heads/main';
  const asks = named([
    { on: provider, keys: `aud = sts.amazonaws.com\nsub = ${subject}` },
    { on: provider, keys: 'aud = sts.amazonaws.com\nsub = repo:a@1/b@2:ref:refs/heads/main', wanted: 'denied' },
    { on: '' },
  ]);
  const found = await report(
    'trust',
    asks,
    allow({
      Principal: { Federated: provider },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com', [`${host}:sub`]: subject } },
    }),
  );
  expect(summarise(found, asks)).toMatchObject({ asked: 2, asWanted: 2, beyond: [], problems: [] });
  expect(found.trace[1]?.said).toBe('Not authorized to perform sts:AssumeRoleWithWebIdentity');
});
