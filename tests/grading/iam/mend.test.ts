import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fix } from '../../../src/grading/core/types.ts';
import { compilePolicy, type Request } from '../../../src/grading/iam/authorize.ts';
import { judgeCall } from '../../../src/grading/iam/decide-call.ts';
import { findGrants } from '../../../src/grading/iam/find-grants.ts';
import { iamGrader } from '../../../src/grading/iam/grader.ts';
import { mendCall } from '../../../src/grading/iam/mend.ts';
import { needOfCalls } from '../../../src/grading/iam/need.ts';
import { parsePolicy } from '../../../src/grading/iam/parse.ts';

const repository = 'arn:aws:ecr:ap-northeast-1:111122223333:repository/workshop-app';
const session = 'arn:aws:sts::111122223333:assumed-role/github-actions-ecr-push/GitHubActions';

type Members = Readonly<Record<string, unknown>>;

function compiled(text: string) {
  const { document, refused } = parsePolicy(text, 'policy.json', 'identity');
  if (document === null || refused) throw new Error(`Not a policy: ${text}`);
  return [compilePolicy(document)];
}

function applyFix(text: string, { edits }: Fix): string {
  return edits
    .toSorted((a, b) => b.range.start - a.range.start || b.range.end - a.range.end)
    .reduce((so, { range, text: put }) => so.slice(0, range.start) + put + so.slice(range.end), text);
}

function mend(text: string, requests: readonly Request[]): string | null {
  const policies = compiled(text);
  const judged = requests.map((request) => judgeCall(policies, { ...request, session }));
  const fix = mendCall(policies, judged);
  return fix === null ? null : applyFix(text, fix);
}

const put: Request = { action: 'ecr:PutImage', resource: repository, context: {} };
const login: Request = { action: 'ecr:GetAuthorizationToken', resource: '*', context: {} };

function policy(...statements: readonly Members[]): string {
  const usual = { Effect: 'Allow', Action: ['ecr:BatchGetImage'], Resource: repository };
  return JSON.stringify({ Version: '2012-10-17', Statement: statements.map((each) => ({ ...usual, ...each })) });
}

describe('a denied call is mended by', () => {
  test.each<[string, string, readonly Request[], string]>([
    [
      'an action more',
      policy({}),
      [put],
      policy({ Action: ['ecr:BatchGetImage', 'ecr:PutImage'] }).replace('","ecr', '", "ecr'),
    ],
    ['the action as IAM spells it', policy({ Action: 'ecr:PutImages' }), [put], policy({ Action: 'ecr:PutImage' })],
    ['an action without its blank', policy({ Action: ['ecr:PutImage '] }), [put], policy({ Action: ['ecr:PutImage'] })],
    [
      'the action in place of the name of its call',
      policy({ Action: 's3:ListObjectsV2', Resource: 'arn:aws:s3:::b' }),
      [{ action: 's3:ListBucket', resource: 'arn:aws:s3:::b', context: {} }],
      policy({ Action: 's3:ListBucket', Resource: 'arn:aws:s3:::b' }),
    ],
    [
      'an ARN in its own capitals',
      policy({ Action: 'ecr:PutImage', Resource: repository.replace('workshop', 'Workshop') }),
      [put],
      policy({ Action: 'ecr:PutImage' }),
    ],
    [
      'the operator for wildcards',
      policy({ Action: 'ecr:PutImage', Condition: { StringEquals: { 'aws:RequestedRegion': 'ap-*' } } }),
      [{ ...put, context: { 'aws:RequestedRegion': 'ap-northeast-1' } }],
      policy({ Action: 'ecr:PutImage', Condition: { StringLike: { 'aws:RequestedRegion': 'ap-*' } } }),
    ],
  ])('%s', (_name, text, requests, expected) => {
    expect(mend(text, requests)).toBe(expected);
  });

  test('a statement of its own, laid out as the last one', () => {
    const text = JSON.stringify(
      JSON.parse(policy({ Resource: 'arn:aws:ecr:ap-northeast-1:111122223333:repository/*' })),
      null,
      4,
    );
    for (const written of [text, text.replaceAll('\n', '\r\n')]) {
      const mended = mend(written, [login]);
      const parsed = JSON.parse(written);
      parsed.Statement.push({ Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' });
      const laidOut = JSON.stringify(parsed, null, 4);
      expect(mended).toBe(written.includes('\r') ? laidOut.replaceAll('\n', '\r\n') : laidOut);
    }
  });

  test('brackets, where one statement or one action stood alone', () => {
    const lone = `{"Statement": {"Effect": "Allow", "Action": "ecr:BatchGetImage", "Resource": "${repository}"}}`;
    expect(mend(lone, [put])).toBe(lone.replace('"ecr:BatchGetImage"', '["ecr:BatchGetImage", "ecr:PutImage"]'));
    expect(JSON.parse(mend(lone, [login]) ?? '').Statement).toHaveLength(2);
  });

  test('both actions of a call at once', () => {
    const requests = ['ecr:UploadLayerPart', 'ecr:CompleteLayerUpload'].map((action) => ({ ...put, action }));
    const { Statement } = JSON.parse(mend(policy({}), requests) ?? '');
    expect(Statement[0].Action).toEqual(['ecr:BatchGetImage', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload']);
  });
});

test.each<[string, readonly Members[]]>([
  ['a Deny', [{ Action: 'ecr:*' }, { Effect: 'Deny', Action: 'ecr:PutImage' }]],
  [
    'a condition that holds elsewhere',
    [{ Action: 'ecr:*', Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } } }],
  ],
  [
    'a condition on a key that is absent',
    [{ Action: 'ecr:*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }],
  ],
])('against %s nothing is certain', (_name, statements) => {
  expect(mend(policy(...statements), [put])).toBeNull();
});

const actions = [
  'ecr:PutImage',
  'ecr:PutImages',
  'ecr:BatchGetImage',
  'ecr:Batch*',
  's3:GetObject',
  'ecr:GetAuthorizationToken',
];
const resources = [
  repository,
  `${repository} `,
  repository.replace('workshop', 'Workshop'),
  `${repository}*`,
  '*',
  'arn:aws:s3:::b/*',
];
const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
  Action: fc.oneof(
    fc.constantFrom(...actions),
    fc.uniqueArray(fc.constantFrom(...actions), { minLength: 1, maxLength: 3 }),
  ),
  Resource: fc.oneof(
    fc.constantFrom(...resources),
    fc.uniqueArray(fc.constantFrom(...resources), { minLength: 1, maxLength: 2 }),
  ),
  Condition: fc.constantFrom(
    {},
    { StringEquals: { 'aws:RequestedRegion': 'ap-northeast-1' } },
    { StringEquals: { 'aws:RequestedRegion': 'ap-*' } },
  ),
});
const anyPolicy = fc
  .tuple(fc.array(statement, { minLength: 1, maxLength: 4 }), fc.constantFrom(undefined, 2, '\t'))
  .map(([Statement, indent]) => JSON.stringify({ Version: '2012-10-17', Statement }, null, indent));
const context = { 'aws:RequestedRegion': 'ap-northeast-1' };
const calls = [put, login, { ...put, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' }].map((each) => ({
  ...each,
  context,
}));

test('a fix makes its call pass, leaves every other call as it was, and adds no error', () => {
  fc.assert(
    fc.property(anyPolicy, fc.constantFrom(...calls), (text, call) => {
      const mended = mend(text, [call]);
      fc.pre(mended !== null);
      const [before, after] = [compiled(text), compiled(mended ?? '')];
      expect(judgeCall(after, { ...call, session }).outcome).toBe('allowed');
      const errors = (written: string): number => {
        const { document, diagnostics } = iamGrader.parse({ 'policy.json': written });
        const linted = document === null ? [] : iamGrader.lint(document);
        return [...diagnostics, ...linted].filter(({ severity }) => severity === 'error').length;
      };
      expect(errors(mended ?? '')).toBeLessThanOrEqual(errors(text));
      for (const other of calls.filter((each) => each !== call)) {
        const [was, is] = [before, after].map((policies) => judgeCall(policies, { ...other, session }).outcome);
        if (was === 'allowed') expect(is).toBe('allowed');
      }
    }),
    { numRuns: 200 },
  );
}, 30_000);

test('an added action opens nothing but the call', () => {
  fc.assert(
    fc.property(anyPolicy, fc.constantFrom(...calls), (text, call) => {
      const before = compiled(text);
      const fix = mendCall(before, [judgeCall(before, { ...call, session })]);
      fc.pre(fix !== null && fix.title.code !== 'iam/fix-replace');
      const after = compiled(fix === null ? text : applyFix(text, fix));
      const need = needOfCalls([call]);
      const granted = (policies: typeof before) =>
        new Set(findGrants(policies, need).map(({ action, resource }) => `${action} on ${resource}`));
      expect([...granted(after)].filter((grant) => !granted(before).has(grant))).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 30_000);
