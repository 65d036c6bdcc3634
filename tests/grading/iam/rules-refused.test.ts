import { describe, expect, test } from 'vitest';
import { policyOf, policyWith, repositoryArn, statementWith } from '../../../src/grading/iam/examples/policies.ts';
import { iamGrader } from '../../../src/grading/iam/grader.ts';

/** What IAM does not save when a policy is created, kind by kind, and what it saves however odd it looks. */

const usual = policyOf();
const under = (condition: unknown) => policyOf({ Condition: condition });
const on = (resource: unknown) => policyOf({ Resource: resource });
const todo = (action: unknown) => policyOf({ Action: action });

/** Name, text, the code that says it, and the text that is underlined. */
const refused: readonly (readonly [name: string, text: string, code: string, underlined: string])[] = [
  ['no JSON', usual.slice(1), 'iam/not-an-object', '"Version"'],
  ['a comment', usual.replace('{', '{ // push'), 'iam/json-comment', '// push'],
  ['a trailing comma', usual.replace(/\]\s*\}$/, '],}'), 'iam/json-trailing-comma', ','],
  ['a list for a policy', '[]', 'iam/not-an-object', '[]'],
  ['null for a policy', 'null', 'iam/not-an-object', 'null'],
  ['a number for Version', usual.replace('"2012-10-17"', '20121017'), 'iam/wrong-type', '20121017'],
  ['an unknown element', usual.replace('"Version"', '"Author": "me", "Version"'), 'iam/unknown-element', '"Author"'],
  ['a misspelt element', usual.replace('"Action"', '"Actions"'), 'iam/unknown-element', '"Actions"'],
  ['an element in small letters', usual.replace('"Effect"', '"effect"'), 'iam/unknown-element', '"effect"'],
  ['an empty Statement', '{"Version":"2012-10-17","Statement":[]}', 'iam/missing-statement', '[]'],
  ['no Statement', '{"Version":"2012-10-17"}', 'iam/missing-statement', '{'],
  ['Action and NotAction', policyOf({ NotAction: 'ecr:*' }), 'iam/both-of-a-pair', '"NotAction"'],
  ['Resource and NotResource', policyOf({ NotResource: '*' }), 'iam/both-of-a-pair', '"NotResource"'],
  ['no Effect', policyOf({ Effect: undefined }), 'iam/missing-effect', '{'],
  ['another word for Effect', policyOf({ Effect: 'Permit' }), 'iam/invalid-effect', '"Permit"'],
  ['Effect in another case', policyOf({ Effect: 'allow' }), 'iam/invalid-effect', '"allow"'],
  ['Effect in a list', policyOf({ Effect: ['Allow'] }), 'iam/wrong-type', '["Allow"]'],
  ['an unknown Version', usual.replace('2012-10-17', '2024-01-01'), 'iam/invalid-version', '"2024-01-01"'],
  ['an unknown operator', under({ StringIs: { 'aws:userid': 'a' } }), 'iam/unknown-operator', '"StringIs"'],
  ['NullIfExists', under({ NullIfExists: { 'aws:userid': 'true' } }), 'iam/null-with-if-exists', '"NullIfExists"'],
  ['an object for a condition value', under({ StringEquals: { 'aws:userid': {} } }), 'iam/wrong-type', '{}'],
  ['Condition as a list', under([]), 'iam/wrong-type', '[]'],
  ['a date that is none', under({ DateLessThan: { 'aws:CurrentTime': 'soon' } }), 'iam/invalid-date', '"soon"'],
  [
    'a date with ten decimals',
    under({ DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00.1234567890Z' } }),
    'iam/invalid-date',
    '"2026-01-01T00:00:00.1234567890Z"',
  ],
  ['an ARN with too few parts and ::', on('arn:aws:s3::b'), 'iam/refused-resource', '"arn:aws:s3::b"'],
  [
    'a Sid twice',
    policyWith(statementWith({ Sid: 'A' }), statementWith({ Sid: 'A', Action: 'ecr:BatchGetImage' })),
    'iam/duplicate-sid',
    '"A"',
  ],
  ['a Sid with a blank', policyOf({ Sid: 'a b' }), 'iam/invalid-sid', '"a b"'],
  ['no action', policyOf({ Action: undefined }), 'iam/missing-action', '{'],
  ['an empty list of actions', todo([]), 'iam/missing-action', '[]'],
  ['a resource that is no ARN', on('workshop-app'), 'iam/refused-resource', '"workshop-app"'],
  ['an empty resource', on(''), 'iam/refused-resource', '""'],
  ['an unknown partition', on('arn:amazon:s3:::b'), 'iam/refused-resource', '"arn:amazon:s3:::b"'],
  ['arn:aws alone', on('arn:aws'), 'iam/refused-resource', '"arn:aws"'],
  ['a wildcard for the service', on('arn:aws:*:::b'), 'iam/refused-resource', '"arn:aws:*:::b"'],
  ['a Region in a bucket', on('arn:aws:s3:us-east-1::b'), 'iam/refused-resource', '"arn:aws:s3:us-east-1::b"'],
  [
    'a Region in an IAM ARN',
    on('arn:aws:iam:us-east-1:111122223333:role/a'),
    'iam/refused-resource',
    '"arn:aws:iam:us-east-1:111122223333:role/a"',
  ],
  [
    'an IAM resource of no kind',
    on('arn:aws:iam::111122223333:person/a'),
    'iam/refused-resource',
    '"arn:aws:iam::111122223333:person/a"',
  ],
  ['an action without prefix', todo('PutImage'), 'iam/action-without-prefix', '"PutImage"'],
  ['an empty action', todo(''), 'iam/action-without-prefix', '""'],
  ['two stars for an action', todo('**'), 'iam/action-without-prefix', '"**"'],
  ['a blank in the prefix', todo('e cr:PutImage'), 'iam/action-without-prefix', '"e cr:PutImage"'],
  ['two colons in an action', todo('ecr:Put:Image'), 'iam/action-without-prefix', '"ecr:Put:Image"'],
  ['no resource', policyOf({ Resource: undefined }), 'iam/missing-resource', '{'],
  ['an empty list of resources', on([]), 'iam/missing-resource', '[]'],
  ['a principal', policyOf({ Principal: '*' }), 'iam/prohibited-element', '"Principal"'],
];

describe('IAM does not save', () => {
  test.each(refused)('%s', (_, text, code, underlined) => {
    const parsed = iamGrader.parse({ 'policy.json': text });
    expect(parsed.refused).toBe(true);
    const found = parsed.diagnostics.map(({ message, severity, range }) => [
      message.code,
      severity,
      text.slice(range.start, range.end),
    ]);
    expect(found).toContainEqual([code, 'error', underlined]);
  });
});

const saved: readonly (readonly [name: string, text: string])[] = [
  ['an action that no service has', todo('ecr:PushImage')],
  ['a service that there is not', todo('registry:PutImage')],
  ['blanks after the prefix', todo('ecr: PutImage ')],
  ['a prefix with a point and a hyphen', todo('my.own-service:Do')],
  ['a short ARN without ::', on('arn:aws:thing')],
  ['an ARN of another service', on('arn:aws:sqs:ap-northeast-1:111122223333:queue')],
  ['an empty condition', under({})],
  ['an operator without keys', under({ StringEquals: {} })],
  ['an unknown operator without keys', under({ StringIs: {} })],
  ['a key without values', under({ StringEquals: { 'aws:userid': [] } })],
  ['a JSON boolean', under({ Bool: { 'aws:SecureTransport': true } })],
  ['a JSON number', under({ NumericLessThan: { 'aws:MultiFactorAuthAge': 3600 } })],
  ['null in a list of resources', on([repositoryArn, null])],
  [
    'NotAction with NotResource',
    policyOf({ Action: undefined, NotAction: 'iam:*', Resource: undefined, NotResource: '*' }),
  ],
  ['the account aws', on('arn:aws:iam::aws:policy/AdministratorAccess')],
  ['a wildcard for the partition', on('arn:*:s3:::b')],
  ['two empty Sids', policyWith(statementWith({ Sid: '' }), statementWith({ Sid: '', Action: 'ecr:BatchGetImage' }))],
  ['an Id', usual.replace('"Version"', '"Id": "a", "Version"')],
  ['no Version', usual.replace('"Version": "2012-10-17",', '')],
];

describe('IAM saves', () => {
  test.each(saved)('%s', (_, text) => {
    const { refused: isRefused, diagnostics } = iamGrader.parse({ 'policy.json': text });
    expect(diagnostics.map(({ message }) => message.code)).toEqual([]);
    expect(isRefused).toBe(false);
  });
});

test('one text yields several faults of syntax and findings beside them', () => {
  const text = policyOf({ Action: 'ecr:PushImage', Sid: 'a b' })
    .replace('"Version"', 'Version')
    .replace('"Allow"', '\u201cAllow\u201d')
    .replace(/\]\s*\}$/, '],}');
  const { document, diagnostics } = iamGrader.parse({ 'policy.json': text });
  const all = document === null ? diagnostics : [...diagnostics, ...iamGrader.lint(document)];
  expect(all.map(({ message }) => message.code)).toEqual([
    'iam/json-unquoted-key',
    'iam/json-curly-quotes',
    'iam/json-trailing-comma',
    'iam/invalid-sid',
    'iam/unknown-action',
  ]);
});
