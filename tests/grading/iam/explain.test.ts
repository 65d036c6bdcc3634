import { expect, test } from 'vitest';
import type { Request } from '../../../src/grading/iam/authorize.ts';
import { decideCall } from '../../../src/grading/iam/decide-call.ts';
import { parsePolicy } from '../../../src/grading/iam/parse.ts';
import { webIdentity } from '../../../src/grading/iam/web-identity.ts';

const repository = 'arn:aws:ecr:ap-northeast-1:111122223333:repository/workshop-app';
const session = 'arn:aws:sts::111122223333:assumed-role/github-actions-ecr-push/GitHubActions';
const provider = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';

type Members = Readonly<Record<string, unknown>>;

function ask(statements: readonly Members[], request: Partial<Request> = {}, version = '2012-10-17') {
  const usual = { Effect: 'Allow', Action: 'ecr:PutImage', Resource: repository };
  const full = statements.map((each) => ({ ...usual, ...each }));
  const text = JSON.stringify({ Version: version, Statement: full }, null, 1);
  const { document, diagnostics } = parsePolicy(text, 'policy.json', 'identity');
  if (document === null) throw new Error(JSON.stringify(diagnostics));
  const call = { action: 'ecr:PutImage', resource: repository, context: {}, session, ...request };
  const decided = decideCall(document, call);
  return { ...decided, underlined: decided.decidedBy.map(({ start, end }) => text.slice(start, end)) };
}

const region = { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } };

test.each<[string, string, readonly Members[], Partial<Request>, string | null]>([
  ['iam/denied-no-statement', 'nothing names it', [{ Action: 's3:GetObject' }], {}, null],
  ['iam/denied-misspelt', 'a letter too many', [{ Action: 'ecr:PutImages' }], {}, '"ecr:PutImages"'],
  ['iam/denied-stray-space-in-action', 'a blank', [{ Action: 'ecr:PutImage ' }], {}, '"ecr:PutImage "'],
  [
    'iam/denied-api-name',
    'the name of a call',
    [{ Action: 's3:ListObjectsV2', Resource: '*' }],
    { action: 's3:ListBucket', resource: 'arn:aws:s3:::b' },
    '"s3:ListObjectsV2"',
  ],
  [
    'iam/denied-arn-part',
    'another Region',
    [{ Resource: repository.replace('ap-northeast-1', 'us-east-1') }],
    {},
    `"${repository.replace('ap-northeast-1', 'us-east-1')}"`,
  ],
  [
    'iam/denied-capitals',
    'capitals',
    [{ Resource: repository.replace('workshop', 'Workshop') }],
    {},
    `"${repository.replace('workshop', 'Workshop')}"`,
  ],
  ['iam/denied-stray-space', 'a blank in the ARN', [{ Resource: `${repository} ` }], {}, `"${repository} "`],
  [
    'iam/denied-only-star',
    'the login on a repository',
    [{ Action: 'ecr:*' }],
    { action: 'ecr:GetAuthorizationToken', resource: '*' },
    `"${repository}"`,
  ],
  [
    'iam/denied-bucket-or-object',
    'the bucket for its objects',
    [{ Action: 's3:GetObject', Resource: 'arn:aws:s3:::b' }],
    { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' },
    '"arn:aws:s3:::b"',
  ],
  ['iam/denied-excluded', 'NotResource', [{ Resource: undefined, NotResource: repository }], {}, `"${repository}"`],
  ['iam/denied-key-absent', 'no such key', [{ Condition: region }], {}, '"aws:RequestedRegion"'],
  [
    'iam/denied-value',
    'another value',
    [{ Condition: region }],
    { context: { 'aws:RequestedRegion': 'eu-west-1' } },
    '"us-east-1"',
  ],
  [
    'iam/denied-value-capitals',
    'another case',
    [{ Condition: region }],
    { context: { 'aws:RequestedRegion': 'US-EAST-1' } },
    '"us-east-1"',
  ],
  [
    'iam/denied-literal-wildcard',
    'a star under StringEquals',
    [{ Condition: { StringEquals: { 'aws:RequestedRegion': 'us-*' } } }],
    { context: { 'aws:RequestedRegion': 'us-east-1' } },
    '"us-*"',
  ],
  [
    'iam/denied-negated-value',
    'a value that is ruled out',
    [{ Condition: { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } } }],
    { context: { 'aws:RequestedRegion': 'us-east-1' } },
    '"us-east-1"',
  ],
  ['iam/denied-null', 'Null', [{ Condition: { Null: { 'aws:TokenIssueTime': 'false' } } }], {}, '"false"'],
  [
    'iam/denied-unresolved',
    'a variable without a value',
    [{ Resource: repository.replace('workshop-app', '${aws:username}') }],
    {},
    `"${repository.replace('workshop-app', '${aws:username}')}"`,
  ],
  ['iam/denied-over-allow', 'a Deny beside', [{}, { Effect: 'Deny', Action: 'ecr:*' }], {}, null],
  ['iam/denied-explicitly', 'a Deny alone', [{ Effect: 'Deny' }], {}, null],
  [
    'iam/denied-by-not-action',
    'a fence',
    [{}, { Effect: 'Deny', Action: undefined, NotAction: 's3:*' }],
    {},
    '"NotAction"',
  ],
  [
    'iam/denied-by-not-resource',
    'a fence around another',
    [{}, { Effect: 'Deny', Resource: undefined, NotResource: `${repository}-2` }],
    {},
    '"NotResource"',
  ],
  [
    'iam/denied-by-negated-operator',
    'a fence of a Region',
    [{}, { Effect: 'Deny', Condition: { StringNotEquals: { 'aws:RequestedRegion': 'ap-northeast-1' } } }],
    {},
    '"aws:RequestedRegion"',
  ],
  ['iam/allowed', 'allowed', [{}], {}, null],
  ['iam/left-open', 'a star in the prefix', [{ Action: 'ec*:PutImage' }], {}, null],
])('%s: %s', (code, _why, statements, request, underlined) => {
  const decided = ask(statements, request);
  expect(decided.message.code).toBe(code);
  // Else whole statements are underlined, or nothing where none says anything.
  if (underlined === null) expect(decided.underlined.filter((text) => !text.startsWith('{'))).toEqual([]);
  else expect(decided.underlined).toEqual([underlined]);
});

test('a variable under an old version is plain text', () => {
  const condition = { Condition: { StringEquals: { 'aws:userid': '${aws:username}' } } };
  const { message } = ask([condition], { context: { 'aws:userid': 'a', 'aws:username': 'a' } }, '2008-10-17');
  expect(message.code).toBe('iam/denied-old-version');
});

test('the nearest statement is the one that is explained', () => {
  const far = { Resource: 'arn:aws:ecr:eu-west-1:444455556666:repository/x' };
  const near = { Sid: 'Near', Resource: repository.replace('workshop-app', 'workshop-ap') };
  expect(ask([far, near]).message.params['statement']).toBe('`Near`');
  expect(ask([near, far]).message.params['statement']).toBe('`Near`');
});

test('AWS says which action on which resource, and why', () => {
  const start = `User: ${session} is not authorized to perform: ecr:PutImage on resource: ${repository}`;
  expect(ask([{ Action: 's3:*' }]).said).toBe(
    `${start} because no identity-based policy allows the ecr:PutImage action`,
  );
  expect(ask([{ Effect: 'Deny' }]).said).toBe(`${start} with an explicit deny in an identity-based policy`);
  expect(ask([{}]).said).toBe('');
});

function assume(members: Members, claims: Request['context']) {
  const sub = 'token.actions.githubusercontent.com:sub';
  const statement = {
    Effect: 'Allow',
    Principal: { Federated: provider },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [sub]: 'repo:o/r:ref:refs/heads/main' } },
    ...members,
  };
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const { document } = parsePolicy(text, 'trust-policy.json', 'trust');
  if (document === null) throw new Error('not read');
  const asked = { action: 'sts:AssumeRoleWithWebIdentity', resource: '*', session, ...webIdentity(provider, claims) };
  return decideCall(document, asked);
}

test.each<[string, Members, Request['context'], string]>([
  ['the token of the branch', {}, { sub: 'repo:o/r:ref:refs/heads/main' }, 'iam/allowed-principal'],
  ['another branch', {}, { sub: 'repo:o/r:ref:refs/heads/dev' }, 'iam/denied-value'],
  ['a token without the claim', {}, {}, 'iam/denied-key-absent'],
  ['another provider', { Principal: { Federated: provider.replace('1111', '4444') } }, {}, 'iam/denied-principal'],
  ['another way to assume', { Action: 'sts:AssumeRole' }, {}, 'iam/denied-other-assume'],
  ['everybody of AWS', { Principal: { AWS: '*' } }, {}, 'iam/denied-principal'],
])('a trust policy and %s', (_name, members, claims, code) => {
  const { message, outcome, said } = assume(members, claims);
  expect(message.code).toBe(code);
  expect(said).toBe(outcome === 'allowed' ? '' : 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
});
