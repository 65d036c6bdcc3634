import { expect, test } from 'vitest';
import { gradable, loadExercise } from '../../../src/exercises/load-exercise.ts';
import { gradeWith } from '../../../src/grading/core/pipeline.ts';
import { authorize } from '../../../src/grading/iam/authorize.ts';
import { iamGrader } from '../../../src/grading/iam/grader.ts';
import type { IamScenario } from '../../../src/grading/iam/scenario.ts';

/** Texts that keep a grader busy for minutes where its work grows with the square: here each test's time limit is the only clock. */

const repository = 'arn:aws:ecr:ap-northeast-1:111122223333:repository/workshop-app';

test('a pattern that would keep a regular expression busy for seconds takes no time', () => {
  const policy = {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: `s3:${'*a'.repeat(30)}`, Resource: `arn:aws:s3:::${'*a'.repeat(30)}` },
  };
  const long = 'a'.repeat(5000);
  const { decision } = authorize([policy], { action: `s3:${long}b`, resource: `arn:aws:s3:::${long}b`, context: {} });
  expect(decision).toBe('implicit-deny');
});

const statement = (index: number) =>
  `{"Sid":"S${index}","Effect":"Allow","Action":["ecr:PutImag","x${index}:Get","s3:Get*"],"Resource":"arn:aws:ecr:r:1:repository/${index}","Condition":{"StringEquals":{"aws:Reg${index}":"a*"}}}`;

test.each([
  [
    'ten thousand statements',
    `{"Statement":[${Array.from({ length: 6000 }, (_, index) => statement(index)).join(',')}]}`,
  ],
  [
    'ten thousand actions in one list',
    `{"Statement":{"Effect":"Allow","Resource":"*","Action":[${Array.from({ length: 10_000 }, (_, index) => `"s3:Get${index}"`).join(',')}]}}`,
  ],
  [
    'ten thousand resources for as many actions',
    `{"Statement":{"Effect":"Allow","Action":[${Array.from({ length: 10_000 }, () => '"s3:GetObject"').join(',')}],"Resource":[${Array.from({ length: 10_000 }, (_, index) => `"arn:aws:s3:::b${index}/*"`).join(',')}]}}`,
  ],
  [
    'three hundred long patterns',
    `{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":[${Array.from({ length: 290 }, (_, index) => `"arn:aws:s3:::${'*a'.repeat(1700)}${index}*"`).join(',')}]}}`,
  ],
  ['a megabyte of brackets', '['.repeat(1_000_000)],
  ['a megabyte of braces and colons', '{:'.repeat(500_000)],
  ['a megabyte of quotes', '"'.repeat(1_000_000)],
  ['a megabyte of curly quotes and blanks', '\u201c   '.repeat(250_000)],
  ['a megabyte of comments', '/*/**'.repeat(200_000)],
  ['a megabyte of commas', ','.repeat(1_000_000)],
  ['a megabyte of one key twice', `{${'"a":1,'.repeat(140_000)}}`],
  [
    'a megabyte of colons in an ARN',
    `{"Statement":{"Effect":"Allow","Action":"*","Resource":"arn:${'${'.repeat(300_000)}${':'.repeat(300_000)}"}}`,
  ],
])(
  '%s are linted in time',
  (_name, text) => {
    const { document, diagnostics } = iamGrader.parse({ 'policy.json': text });
    expect([...diagnostics, ...(document === null ? [] : iamGrader.lint(document))]).not.toEqual([]);
  },
  30_000,
);

const repositories = (count: number) =>
  Array.from({ length: count }, (_, index) => `"${repository}${index}"`).join(',');
const identity = (statement: string) => `{"Version":"2012-10-17","Statement":${statement}}`;
const trust = (condition: string, principal = '{"Federated":"arn:aws:iam::111122223333:oidc-provider/x"}') =>
  identity(
    `{"Effect":"Allow","Principal":${principal},"Action":"sts:AssumeRoleWithWebIdentity","Condition":${condition}}`,
  );
const subject = 'token.actions.githubusercontent.com:sub';

test.each([
  ['as many repositories', identity(`{"Effect":"Allow","Action":"ecr:*","Resource":[${repositories(12_000)}]}`)],
  [
    'as many statements that nearly fit',
    identity(
      `[${Array.from({ length: 5000 }, (_, index) => `{"Effect":"Allow","Action":"ecr:PutImage","Resource":"${repository}${index}"}`).join(',')}]`,
    ),
  ],
  [
    'as many values of a condition',
    identity(
      `{"Effect":"Allow","Action":"ecr:*","Resource":"*","Condition":{"StringLike":{"aws:UserAgent":[${Array.from({ length: 90_000 }, (_, index) => `"b${index}"`).join(',')}]}}}`,
    ),
  ],
  ['one pattern', identity(`{"Effect":"Allow","Action":"ecr:*","Resource":"${repository}${'*w'.repeat(500_000)}"}`)],
  [
    'actions that are nearly right',
    identity(
      `{"Effect":"Allow","Resource":"*","Action":[${Array.from({ length: 40_000 }, (_, index) => `"ecr:PutImage${index}"`).join(',')}]}`,
    ),
  ],
  [
    'as many subjects',
    trust(
      `{"StringLike":{"${subject}":[${Array.from({ length: 15_000 }, (_, index) => `"repo:octo-workshop/workshop-app:ref:refs/heads/*${index}"`).join(',')}]}}`,
    ),
  ],
  [
    'as many principals',
    trust(
      '{}',
      `{"AWS":[${Array.from({ length: 20_000 }, (_, index) => `"arn:aws:iam::111122223333:role/r${index}"`).join(',')}]}`,
    ),
  ],
  ['one subject', trust(`{"StringLike":{"${subject}":"${'*o'.repeat(500_000)}"}}`)],
])(
  'a megabyte of %s is graded in time',
  (_name, text) => {
    const isTrust = text.includes('Principal');
    const loaded = loadExercise(isTrust ? 'iam-oidc-trust' : 'iam-least-privilege');
    if (loaded === undefined) throw new Error('There is no such exercise');
    const { scenario, ...exercise } = gradable(loaded);
    const file = isTrust ? 'trust-policy.json' : 'policy.json';
    const report = gradeWith(iamGrader, { ...exercise, scenario: scenario as IamScenario }, { [file]: text });
    expect(report.verdict).not.toBe('passed');
  },
  30_000,
);
