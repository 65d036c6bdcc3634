import { describe, expect, test } from 'vitest';
import { authorize, type Request } from '../../../src/grading/iam/authorize.ts';

const image = 'arn:aws:ecr:us-east-1:111122223333:repository/app';

type Members = Readonly<Record<string, unknown>>;

function policy(statement: Members | readonly Members[], version: string | null = '2012-10-17'): object {
  const statements = (Array.isArray(statement) ? statement : [statement]).map((each) => ({
    Effect: 'Allow',
    ...('Action' in each || 'NotAction' in each ? {} : { Action: 'ecr:BatchGetImage' }),
    ...('Resource' in each || 'NotResource' in each ? {} : { Resource: '*' }),
    ...each,
  }));
  return { ...(version === null ? {} : { Version: version }), Statement: statements };
}

function decisionOf(given: string | object, request: Partial<Request> = {}): string {
  return authorize([given], { action: 'ecr:BatchGetImage', resource: image, context: {}, ...request }).decision;
}

function under(condition: Members, context: Request['context'] = {}, extra: Members = {}): string {
  return decisionOf(policy({ Condition: condition, ...extra }), { context });
}

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

describe('conditions', () => {
  const key = 'aws:RequestedRegion';
  test.each<[string, Members, Request['context'], string]>([
    ['keys compare without capitals', { StringEquals: { 'AWS:requestedregion': 'x' } }, { [key]: 'x' }, 'allowed'],
    ['values with them', { StringEquals: { [key]: 'X' } }, { [key]: 'x' }, 'implicit-deny'],
    ['or without, if the operator says so', { StringEqualsIgnoreCase: { [key]: 'X' } }, { [key]: 'x' }, 'allowed'],
    ['NOR under a negated list', { StringNotEquals: { [key]: ['a', 'b'] } }, { [key]: 'b' }, 'implicit-deny'],
    ['NOR, none of them', { StringNotEquals: { [key]: ['a', 'b'] } }, { [key]: 'c' }, 'allowed'],
    ['absent, negated', { StringNotLike: { [key]: 'a' } }, {}, 'allowed'],
    ['absent, IfExists', { StringEqualsIfExists: { [key]: 'a' } }, {}, 'allowed'],
    ['absent, negated IfExists', { StringNotEqualsIfExists: { [key]: 'a' } }, {}, 'allowed'],
    ['there, IfExists', { StringEqualsIfExists: { [key]: 'a' } }, { [key]: 'b' }, 'implicit-deny'],
    ['absent, Bool', { Bool: { 'aws:SecureTransport': 'false' } }, {}, 'implicit-deny'],
    ['an empty pattern', { StringLike: { [key]: '' } }, { [key]: 'a' }, 'implicit-deny'],
    ['an empty value', { StringLike: { [key]: '' } }, { [key]: '' }, 'allowed'],
    ['dots are dots', { StringLike: { [key]: 'a.c*' } }, { [key]: 'abc' }, 'implicit-deny'],
    ['an empty condition', {}, {}, 'allowed'],
    ['an operator without keys', { Whatever: {} }, {}, 'allowed'],
    ['a key without values', { StringEquals: { [key]: [] } }, { [key]: 'a' }, 'implicit-deny'],
    ['an unknown operator', { StringEqual: { [key]: 'a' } }, {}, 'unreadable'],
    ['Null with IfExists', { NullIfExists: { [key]: 'true' } }, {}, 'unreadable'],
    ['Null false', { Null: { [key]: false } }, { [key]: 'a' }, 'allowed'],
    [
      'ForAnyValue, one of them',
      { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' } },
      { 'aws:TagKeys': ['a', 'b'] },
      'allowed',
    ],
    ['ForAnyValue, absent', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' } }, {}, 'implicit-deny'],
    [
      'ForAllValues, an empty set',
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } },
      { 'aws:TagKeys': [] },
      'allowed',
    ],
    [
      'ForAllValues, negated',
      { 'ForAllValues:StringNotEquals': { 'aws:TagKeys': ['a', 'b'] } },
      { 'aws:TagKeys': ['c', 'b'] },
      'implicit-deny',
    ],
    [
      'ForAnyValue, negated',
      { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['a', 'b'] } },
      { 'aws:TagKeys': ['c', 'b'] },
      'allowed',
    ],
    ['ForAnyValue negated on an absent key', { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'a' } }, {}, 'unknown'],
    ['numbers as numbers', { NumericGreaterThan: { 's3:max-keys': 9 } }, { 's3:max-keys': '10' }, 'allowed'],
    ['numbers that are equal', { NumericEquals: { 's3:max-keys': '10.0' } }, { 's3:max-keys': 10 }, 'allowed'],
    ['no number', { NumericEquals: { 's3:max-keys': 'ten' } }, { 's3:max-keys': 10 }, 'implicit-deny'],
    [
      'epoch seconds',
      { DateLessThan: { 'aws:CurrentTime': '1767225600' } },
      { 'aws:CurrentTime': '2025-12-31T23:59:59Z' },
      'allowed',
    ],
    [
      'epoch seconds in the request',
      { DateGreaterThanEquals: { 'aws:EpochTime': '2026-01-01T00:00:00Z' } },
      { 'aws:EpochTime': 1_767_225_600 },
      'allowed',
    ],
    [
      'offsets',
      { DateEquals: { 'aws:CurrentTime': '2026-03-01T09:00:00+09:00' } },
      { 'aws:CurrentTime': '2026-03-01T00:00:00Z' },
      'allowed',
    ],
    [
      'a day alone',
      { DateGreaterThan: { 'aws:CurrentTime': '2026-03-01' } },
      { 'aws:CurrentTime': '2026-03-01T00:00:01Z' },
      'allowed',
    ],
    ['no date', { DateLessThan: { 'aws:CurrentTime': 'soon' } }, {}, 'unreadable'],
    ['ten decimals', { DateLessThan: { 'aws:CurrentTime': '2026-03-01T00:00:00.0123456789Z' } }, {}, 'unreadable'],
    ['a one-digit offset', { DateLessThan: { 'aws:CurrentTime': '2026-03-01T00:00:00+9:00' } }, {}, 'unreadable'],
    ['an epoch beyond 64 bits', { DateLessThan: { 'aws:CurrentTime': '9223372036854775808' } }, {}, 'unreadable'],
    ['a bare address', { IpAddress: { 'aws:SourceIp': '203.0.113.7' } }, { 'aws:SourceIp': '203.0.113.7' }, 'allowed'],
    [
      'an address as bits',
      { IpAddress: { 'aws:SourceIp': '10.0.0.0/9' } },
      { 'aws:SourceIp': '10.127.255.255' },
      'allowed',
    ],
    [
      'outside of a block',
      { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/9' } },
      { 'aws:SourceIp': '10.128.0.0' },
      'allowed',
    ],
    ['IPv6', { IpAddress: { 'aws:SourceIp': '2001:db8::/32' } }, { 'aws:SourceIp': '2001:0DB8:0:1::2' }, 'allowed'],
    ['IPv4 is not in IPv6', { IpAddress: { 'aws:SourceIp': '::/0' } }, { 'aws:SourceIp': '10.0.0.1' }, 'implicit-deny'],
    [
      'ArnEquals is a glob',
      { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:a*' } },
      { 'aws:SourceArn': 'arn:aws:sns:us-east-1:111122223333:abc' },
      'allowed',
    ],
    [
      'and crosses no colon',
      { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*' } },
      { 'aws:SourceArn': 'arn:aws:sns:us-east-1:111122223333:abc' },
      'implicit-deny',
    ],
    ['many values without a set operator', { StringEquals: { [key]: 'a' } }, { [key]: ['a', 'b'] }, 'unknown'],
    ['an operator in other case', { stringequals: { [key]: 'a' } }, { [key]: 'a' }, 'unknown'],
    ['bytes', { BinaryEquals: { [key]: 'QmluYXJ5' } }, { [key]: 'Binary' }, 'allowed'],
  ])('%s', (_name, condition, context, expected) => {
    expect(under(condition, context)).toBe(expected);
  });
});

describe('variables', () => {
  const mine = { Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/${aws:username}/*' };
  const ask = (resource: string, context: Request['context']) => ({ action: 's3:GetObject', resource, context });
  test.each([
    ['2012-10-17', 'arn:aws:s3:::b/ann/k', { 'AWS:UserName': 'ann' }, 'allowed'],
    ['2008-10-17', 'arn:aws:s3:::b/ann/k', { 'aws:username': 'ann' }, 'implicit-deny'],
    [null, 'arn:aws:s3:::b/${aws:username}/k', { 'aws:username': 'ann' }, 'allowed'],
    ['2012-10-17', 'arn:aws:s3:::b/bob/k', { 'aws:username': '*' }, 'implicit-deny'],
    ['2012-10-17', 'arn:aws:s3:::b/*/k', { 'aws:username': '*' }, 'allowed'],
  ])('%s %s %j', (version, resource, context, expected) => {
    expect(decisionOf(policy(mine, version), ask(resource, context))).toBe(expected);
  });

  test('stand for characters and for absent values', () => {
    const star = { ...mine, Resource: 'arn:aws:s3:::b/${*}/*' };
    expect(decisionOf(policy(star), ask('arn:aws:s3:::b/*/k', {}))).toBe('allowed');
    expect(decisionOf(policy(star), ask('arn:aws:s3:::b/x/k', {}))).toBe('implicit-deny');
    const positive = { Condition: { StringEquals: { 's3:prefix': '${aws:username}' } } };
    const negated = { Condition: { StringNotEquals: { 's3:prefix': '${aws:username}' } } };
    expect(decisionOf(policy(positive), { context: { 's3:prefix': 'a' } })).toBe('implicit-deny');
    expect(decisionOf(policy(negated), { context: { 's3:prefix': 'a' } })).toBe('allowed');
    expect(decisionOf(policy(positive), { context: { 's3:prefix': 'a', 'aws:username': 'a' } })).toBe('allowed');
  });
});

describe('what AWS refuses to save', () => {
  const statement = '{"Effect":"Allow","Action":"*","Resource":"*"}';
  test.each([
    ['', 'empty'],
    ['null', 'null'],
    ['[]', 'a list'],
    ['{"Statement":[]}', 'no statement'],
    ['{"Statement":{}}', 'an empty statement'],
    [`{"Statement":${statement},}`, 'a trailing comma'],
    [`{"Statement":${statement}} // x`, 'a comment'],
    [`{"Statement":${statement},"Statement":${statement}}`, 'a key twice'],
    [`\ufeff{"Statement":${statement}}`, 'a byte order mark'],
    [`{"statement":${statement}}`, 'another case of an element'],
    [`{"Version":"2012-10-18","Statement":${statement}}`, 'an unknown version'],
    [`{"Statement":${statement.replace('Allow', 'allow')}}`, 'another case of the effect'],
    [`{"Statement":${statement.replace('}', ',"Principal":"*"}')}}`, 'a principal'],
    [`{"Statement":${statement.replace('}', ',"NotResource":"*"}')}}`, 'both of a pair'],
    [`{"Statement":${statement.replace('}', ',"Condition":[]}')}}`, 'a condition as a list'],
    [`{"Statement":${statement.replace('}', ',"Condition":{"StringEquals":{"aws:x":{}}}}')}}`, 'an object as a value'],
    [`{"Statement":${statement.replace('}', ',"Sid":"a-b"}')}}`, 'a sign in the Sid'],
    [`{"Statement":[${[statement, statement].map((each) => each.replace('}', ',"Sid":"a"}'))}]}`, 'a Sid twice'],
    [`{"Statement":${statement.replace('"Action":"*"', '"Action":[]')}}`, 'no action'],
    [`{"Statement":${statement.replace('"Resource":"*"', '"Resource":[]')}}`, 'no resource'],
    [`{"Statement":${statement.replace('"Action":"*"', '"Action":"s3:\u3042"')}}`, 'a character beyond U+00FF'],
  ])('%s (%s)', (text) => {
    expect(decisionOf(text)).toBe('unreadable');
  });

  test.each([
    [`{"Statement":${statement}}`, 'no version'],
    [`{"Id":"x","Statement":[${statement}]}`, 'an Id'],
    [`{"Statement":[${[statement, statement].map((each) => each.replace('}', ',"Sid":""}'))}]}`, 'two empty Sids'],
    [`{"Statement":${statement.replace('"Resource":"*"', '"Resource":["*",null]')}}`, 'null among the resources'],
    [
      `{"Statement":${statement.replace('"Action"', '"Effect"').replace('"Effect":"Allow"', '"Action":"*"').replace('"Effect":"*"', '"Effect":"Allow"')}}`,
      'another order',
    ],
    [`{"Statement":${statement.replace('}', ',"Condition":{"Bool":{"aws:SecureTransport":true}}}')}}`, 'a boolean'],
  ])('but not %s (%s)', (text) => {
    expect(decisionOf(text, { context: { 'aws:SecureTransport': 'true' } })).toBe('allowed');
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
