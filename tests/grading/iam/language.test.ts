import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PolicyType } from '../../../src/grading/iam/document.ts';
import { completeAction, completePolicy, completeResource, hoverPolicy } from '../../../src/grading/iam/language.ts';
import { loadChecks, render } from '../../../src/messages/index.ts';

/** Reads a policy in which `|` is the caret. */
function caret(marked: string): readonly [text: string, offset: number] {
  return [marked.replace('|', ''), marked.indexOf('|')];
}

function labels(marked: string, type: PolicyType = 'identity'): readonly string[] {
  return completePolicy(...caret(marked), type).offers.map(({ label }) => label);
}

const statement = (inside: string): string => `{"Version":"2012-10-17","Statement":[{${inside}}]}`;

describe('what is offered', () => {
  test.each([
    ['the elements of a policy', '{"|"}', ['Version', 'Id', 'Statement']],
    ['those that are not there yet', '{"Version":"2012-10-17","|"}', ['Id', 'Statement']],
    ['a version', '{"Version":"|"}', ['2012-10-17', '2008-10-17']],
    ['an effect', statement('"Effect":"A|"'), ['Allow', 'Deny']],
    ['a truth', statement('"Condition":{"Bool":{"aws:SecureTransport":"|"}}'), ['true', 'false']],
  ])('%s', (_, marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  test('elements fit the kind of policy', () => {
    expect(labels(statement('"|"'))).toContain('Resource');
    expect(labels(statement('"|"'))).not.toContain('Principal');
    expect(labels(statement('"|"'), 'trust')).toContain('Principal');
    expect(labels(statement('"|"'), 'trust')).not.toContain('Resource');
  });

  test('services first, and after the colon their actions', () => {
    expect(labels(statement('"Action":"|"')).slice(0, 2)).toEqual(['ecr:', 'sts:']);
    expect(labels(statement('"Action":["ecr:Pu|"]'))).toContain('ecr:PutImage');
    expect(labels(statement('"NotAction":["ECR:|"]'))).toContain('ecr:PutImage');
    expect(labels(statement('"Action":"nowhere:|"'))).not.toContain('ecr:PutImage');
  });

  test('ARNs of what the actions are granted on, and those that stand there', () => {
    const arn = 'arn:aws:ecr:ap-northeast-1:111122223333:repository/workshop-app';
    const two = `{"Statement":[{"Action":"ecr:PutImage","Resource":"|"},{"Action":"ecr:ListImages","Resource":"${arn}"}]}`;
    expect(labels(two)).toEqual([arn, 'arn:aws:ecr:<Region>:<Account>:repository/<RepositoryName>', '*']);
    expect(labels(statement('"Action":"ecr:GetAuthorizationToken","Resource":"|"'))).toEqual(['*']);
    expect(labels(statement('"Action":"ecr:Put*","Resource":"|"'))).toHaveLength(2);
  });

  test('an ARN comes with stops to fill in', () => {
    const { offers } = completePolicy(...caret(statement('"Action":"ecr:PutImage","Resource":"|"')), 'identity');
    expect(offers[0]).toMatchObject({
      isSnippet: true,
      insert: 'arn:aws:ecr:${1:Region}:${2:Account}:repository/${3:RepositoryName}',
    });
  });

  test('operators, with their prefixes and suffixes', () => {
    const found = labels(statement('"Condition":{"|":{}}'));
    expect(found).toContain('StringEquals');
    expect(found).toContain('ForAnyValue:StringLike');
    expect(found).toContain('ArnLikeIfExists');
    expect(found).not.toContain('NullIfExists');
  });

  test('keys of the action first, then of its service, then global ones', () => {
    const found = labels(statement('"Action":"ecs:RunTask","Condition":{"StringEquals":{"|":"x"}}'));
    expect(found).toContain('ecs:cluster');
    expect(found.indexOf('ecs:cluster')).toBeLessThan(found.indexOf('aws:SourceIp'));
    expect(found).not.toContain('ssm:resourceTag/<TagKey>');
  });

  test('keys of a token are those of the provider that signs it', () => {
    const provider = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
    const found = labels(
      statement(
        `"Principal":{"Federated":"${provider}"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"|":"x"}}`,
      ),
      'trust',
    );
    expect(found.slice(0, 2)).toEqual([
      'token.actions.githubusercontent.com:aud',
      'token.actions.githubusercontent.com:sub',
    ]);
    expect(found).toContain('token.actions.githubusercontent.com:repository_id');
    expect(found.filter((key) => key.startsWith('gitlab.com:'))).toEqual([]);
  });

  test('nothing outside of strings, and nothing where IAM knows no word', () => {
    for (const marked of [
      '|',
      '{|}',
      statement('"Sid":"|"'),
      statement('"Action":|'),
      '{"Other":"|"}',
      "{'Version':'|'}",
    ])
      expect(labels(marked)).toEqual([]);
  });

  test('inside the quotes, also of a string that is not closed', () => {
    const closed = completePolicy(...caret(statement('"Action":"ecr:P|"')), 'identity');
    const [text] = caret(statement('"Action":"ecr:P|"'));
    expect(text.slice(closed.start, closed.end)).toBe('ecr:P');
    const open = '{"Statement":{"Action":"ecr:P|\n}}';
    const found = completePolicy(...caret(open), 'identity');
    expect(caret(open)[0].slice(found.start, found.end)).toBe('ecr:P');
    expect(found.offers.length).toBeGreaterThan(50);
  });
});

describe('for the fields of a call', () => {
  test('actions', () => {
    expect(completeAction('ecr:').map(({ label }) => label)).toContain('ecr:PutImage');
    expect(completeAction(' e').map(({ label }) => label)).toContain('ecs:');
  });

  test('resources', () => {
    expect(completeResource('ecr:PutImage').map(({ label }) => label)).toEqual([
      'arn:aws:ecr:<Region>:<Account>:repository/<RepositoryName>',
    ]);
    expect(completeResource('ecr:GetAuthorizationToken').map(({ label }) => label)).toEqual(['*']);
    expect(completeResource('ecr:Nothing')).toEqual([]);
  });
});

describe('what is said of a place', () => {
  const about = (marked: string) => hoverPolicy(...caret(marked), 'identity')?.about.map(({ code }) => code);

  test.each([
    ['"Act|ion":"*"', ['iam/about-actions']],
    ['"Action":"ecr:Put|Image"', ['iam/about-action', 'iam/about-action-keys']],
    ['"Action":"ecr:GetAuthorization|Token"', ['iam/about-starred-action']],
    ['"Action":"ecr:Create|Repository"', ['iam/about-action', 'iam/about-action-keys']],
    ['"Action":"ecr:Batch|*"', ['iam/about-pattern']],
    ['"Resource":"*|"', ['iam/about-every-resource']],
    ['"Resource":"arn:aws:ecr:r:1:repo|sitory/x"', ['iam/about-resource']],
    [
      '"Condition":{"ForAllValues:String|NotLikeIfExists":{}}',
      ['iam/about-string-like', 'iam/about-negated', 'iam/about-for-all-values', 'iam/about-if-exists'],
    ],
    ['"Condition":{"StringEquals":{"aws:Tag|Keys":"x"}}', ['iam/about-global-key']],
    ['"Condition":{"StringEquals":{"aws:RequestTag/te|am":"x"}}', ['iam/about-global-key']],
    ['"Condition":{"StringEquals":{"ecs:clu|ster":"x"}}', ['iam/about-service-key']],
    ['"Action":"ecr:No|thing"', undefined],
    ['"Action":"constructor|"', undefined],
    ['"con|structor":"x"', undefined],
  ])('%s', (inside, expected) => {
    expect(about(statement(inside))).toEqual(expected);
  });

  test('counts what a pattern takes in', () => {
    const [first] = hoverPolicy(...caret(statement('"Action":"ecr:Batch|*"')), 'identity')?.about ?? [];
    expect(first?.params).toMatchObject({ count: 5, writing: 2 });
  });
});

test('everything that is offered has its words', async () => {
  const checks = await loadChecks('en');
  const marked = [
    '"|":1',
    '"Action":"ec2:|"',
    '"Resource":"|"',
    '"Condition":{"|":1}',
    '"Action":"s3:*","Condition":{"Bool":{"|":1}}',
  ];
  for (const inside of marked) {
    for (const { about } of completePolicy(...caret(statement(inside)), 'identity').offers)
      for (const each of about) expect(render(checks, each).what).not.toMatch(/[{}]|undefined/);
  }
});

test('any text and any offset give an answer inside of the text', () => {
  const parts = [
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '\n',
    '\\',
    'Statement',
    'Action',
    'Condition',
    'ecr:*',
    'StringLike',
    '𠮷',
    '“',
    '//',
  ];
  const text = fc
    .array(fc.oneof(fc.constantFrom(...parts), fc.string()), { maxLength: 40 })
    .map((each) => each.join(''));
  fc.assert(
    fc.property(
      text,
      fc.integer({ min: -2, max: 400 }),
      fc.constantFrom('identity', 'trust'),
      (written, offset, type) => {
        for (const found of [completePolicy(written, offset, type), hoverPolicy(written, offset, type)]) {
          if (found === null) continue;
          expect(found.start).toBeGreaterThanOrEqual(0);
          expect(found.end).toBeGreaterThanOrEqual(found.start);
          expect(found.end).toBeLessThanOrEqual(written.length);
        }
      },
    ),
  );
});

test('a policy of 40,000 actions is answered', () => {
  const list = Array.from({ length: 40_000 }, (_, index) => `"s3:Get*${index}"`).join(',');
  const text = statement(`"Action":[${list}],"Resource":"`);
  expect(completePolicy(text, text.length - 3, 'identity')).not.toBeUndefined();
});
