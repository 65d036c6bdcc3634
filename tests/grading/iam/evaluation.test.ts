import { describe, expect, test } from 'vitest';
import { authorize } from '../../../src/grading/iam/authorize.ts';
import { decisionOf, image, type Members, policy } from './asking.ts';

describe('actions', () => {
  test.each([
    ['ECR:batchgetIMAGE', 'allowed'],
    ['*', 'allowed'],
    ['ecr:*', 'allowed'],
    ['ecr:B*Image', 'allowed'],
    ['ecr:BatchGetImag?', 'allowed'],
    ['ecr:BatchGetImage ', 'implicit-deny'],
    ['ecr:', 'implicit-deny'],
    ['ecr-public:*', 'implicit-deny'],
    ['ec*:BatchGetImage', 'unknown'],
    ['e*', 'unreadable'],
    ['**', 'unreadable'],
    ['', 'unreadable'],
    ['BatchGetImage', 'unreadable'],
    ['ecr:Batch:GetImage', 'unreadable'],
    ['e cr:BatchGetImage', 'unreadable'],
    ['my.service:Get', 'implicit-deny'],
  ])('%j is %s', (action, expected) => {
    expect(decisionOf(policy({ Action: action }))).toBe(expected);
  });

  test('NotAction holds when no entry matches', () => {
    expect(decisionOf(policy({ Action: undefined, NotAction: ['iam:*', 'sts:*'] }))).toBe('allowed');
    expect(decisionOf(policy({ Action: undefined, NotAction: ['iam:*', 'ecr:Batch*'] }))).toBe('implicit-deny');
  });
});

describe('resources', () => {
  const token = { action: 'ecr:GetAuthorizationToken', resource: '*' };
  test.each([
    [image, 'allowed'],
    ['arn:aws:ecr:us-east-1:111122223333:repository/APP', 'implicit-deny'],
    ['arn:aws:ecr:us-east-1::repository/app', 'implicit-deny'],
    ['arn:aws:ecr:us-east-1:*', 'allowed'],
    ['arn:aws:ecr:*', 'allowed'],
    ['arn:aws:ecr:us-*-1:*:repository/*', 'allowed'],
    ['arn:aws:ecr:US-EAST-1:111122223333:repository/app', 'unknown'],
    ['arn:aws:ecr:*:repository/app', 'unknown'],
    ['arn:aws:ecr:us-east-1:111122223333:repo*', 'unknown'],
    ['arn:aws:ecr:us-east-1:111122223333:*', 'allowed'],
    ['arn:aws:ecr:us-east-1:111122223333', 'implicit-deny'],
    ['arn:aws:thing', 'implicit-deny'],
    ['arn:aws', 'unreadable'],
    ['arn:aws:*', 'unreadable'],
    ['arn:aws:e*:us-east-1:111122223333:repository/app', 'unreadable'],
    ['arn:aws:ecr::repository/app', 'unreadable'],
    ['arn:amazon:ecr:us-east-1:111122223333:repository/app', 'unreadable'],
    ['arn:*:ecr:us-east-1:111122223333:repository/app', 'allowed'],
    ['arn:aws:s3:us-east-1::bucket', 'unreadable'],
    ['arn:aws:s3:us-east-1:111122223333:accesspoint/a', 'implicit-deny'],
    ['arn:aws:iam:us-east-1:111122223333:role/x', 'unreadable'],
    ['arn:aws:iam::111122223333:thing/x', 'unreadable'],
    ['arn:aws:iam::111122223333:root', 'implicit-deny'],
    ['', 'unreadable'],
    ['app', 'unreadable'],
  ])('%j is %s', (resource, expected) => {
    expect(decisionOf(policy({ Resource: resource }))).toBe(expected);
  });

  test('an action without a resource type is reached by * alone', () => {
    const asked = (statement: Members | readonly Members[]) => decisionOf(policy(statement), token);
    const all = { Action: '*' };
    expect(asked({ ...all, Resource: 'arn:aws:ecr:*:*:*' })).toBe('implicit-deny');
    expect(asked({ ...all, Resource: ['arn:aws:ecr:*:*:*', '*'] })).toBe('allowed');
    expect(asked([all, { ...all, Effect: 'Deny', NotResource: image }])).toBe('explicit-deny');
    expect(asked([all, { ...all, Effect: 'Deny', Resource: image }])).toBe('allowed');
    expect(asked([all, { ...all, Effect: 'Deny', NotResource: '*' }])).toBe('allowed');
    expect(asked({ ...all, NotResource: image })).toBe('unknown');
  });

  test('colons after the fifth belong to the last part', () => {
    const task = { action: 'ecs:DescribeTaskDefinition', resource: '*' };
    const run = { action: 'ecs:RunTask', resource: 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:7' };
    const statement = { Action: 'ecs:*', Resource: 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:*' };
    expect(decisionOf(policy(statement), run)).toBe('allowed');
    expect(decisionOf(policy(statement), task)).toBe('implicit-deny');
  });
});

describe('statements', () => {
  test('never combine, and their order does not count', () => {
    const apart = [
      { Action: 'ecr:BatchGetImage', Resource: 'arn:aws:ecr:us-east-1:111122223333:repository/other' },
      { Action: 's3:GetObject', Resource: '*' },
    ];
    expect(decisionOf(policy(apart))).toBe('implicit-deny');
    const shut = [{ Effect: 'Deny' }, {}];
    expect(decisionOf(policy(shut))).toBe('explicit-deny');
    expect(decisionOf(policy(shut.toReversed()))).toBe('explicit-deny');
  });

  test('of several policies a Deny in any wins', () => {
    const request = { action: 'ecr:BatchGetImage', resource: image, context: {} };
    const found = authorize([policy({}), policy([{ Action: 's3:*' }, { Effect: 'Deny' }])], request);
    expect(found.decision).toBe('explicit-deny');
    expect(found.decidedBy).toMatchObject([{ policy: 1, statement: 1 }]);
    expect(authorize([], request).decision).toBe('implicit-deny');
  });

  test('say where they stand in the text as it is', () => {
    const text = '\r\n{"Statement":\r\n {"Effect":"Allow","Action":"*","Resource":"*"}}';
    const { decidedBy } = authorize([text], { action: 'a:b', resource: '*', context: {} });
    expect(decidedBy.map(({ start, end }) => text.slice(start, end))).toEqual([
      '{"Effect":"Allow","Action":"*","Resource":"*"}',
    ]);
  });
});

describe('what is left open', () => {
  const open = { Effect: 'Deny', Action: 'ec*:BatchGetImage' };
  const asked = { action: 'ecr:BatchGetImage', resource: image, context: {} };

  test('may take back what is allowed', () => {
    expect(decisionOf(policy([open, { Action: 'ecr:*' }]))).toBe('unknown');
  });

  test.each([
    ['nothing that allows', []],
    ['what allows something else', [{ Action: 'ecr:PutImage' }]],
  ])('cannot turn a denial into an allowance beside %s', (_name, others) => {
    expect(decisionOf(policy([open, ...others]))).toBe('implicit-deny');
  });

  test('is denied by a boundary that allows nothing of it', () => {
    const boundary = policy({ Action: 'ecr:PutImage' });
    expect(authorize([policy([open, { Action: 'ecr:*' }])], asked, boundary).decision).toBe('implicit-deny');
  });
});

describe('the reason of a denial within a boundary', () => {
  const asked = { action: 'ecr:BatchGetImage', resource: image, context: {} };
  const [allows, denies, silent] = [{ Action: '*' }, { Effect: 'Deny', Action: '*' }, { Action: 's3:*' }];

  test.each([
    [allows, allows, ''],
    [allows, silent, 'because no permissions boundary allows the ecr:BatchGetImage action'],
    [silent, allows, 'because no identity-based policy allows the ecr:BatchGetImage action'],
    [silent, silent, 'because no identity-based policy allows the ecr:BatchGetImage action'],
    [allows, denies, 'with an explicit deny in a permissions boundary'],
    [denies, silent, 'with an explicit deny in an identity-based policy'],
  ])('%j within %j: %s', (given, boundary, reason) => {
    expect(authorize([policy(given)], asked, policy(boundary)).reason).toBe(reason);
  });
});
