import { describe, expect, test } from 'vitest';
import { gradable, loadExercise } from '../../../src/exercises/load-exercise.ts';
import { gradeWith } from '../../../src/grading/core/pipeline.ts';
import type { GradeReport } from '../../../src/grading/core/types.ts';
import { iamGrader } from '../../../src/grading/iam/grader.ts';
import { validate } from '../../../src/grading/iam/scenario.schema.json?ajv';
import type { IamScenario } from '../../../src/grading/iam/scenario.ts';

const repository = 'arn:aws:ecr:ap-northeast-1:111122223333:repository/workshop-app';
const login = 'ecr:GetAuthorizationToken';
const six = [
  'CompleteLayerUpload',
  'UploadLayerPart',
  'InitiateLayerUpload',
  'BatchCheckLayerAvailability',
  'PutImage',
  'BatchGetImage',
].map((name) => `ecr:${name}`);
const seven = [...six, 'ecr:GetDownloadUrlForLayer'];

type Members = Readonly<Record<string, unknown>>;

function answer(id: string, file: string, statements: readonly Members[]): GradeReport {
  const loaded = loadExercise(id);
  if (loaded === undefined) throw new Error(`There is no exercise ${id}`);
  const { scenario, ...exercise } = gradable(loaded);
  const text = JSON.stringify(
    { Version: '2012-10-17', Statement: statements.map((each) => ({ Effect: 'Allow', ...each })) },
    null,
    2,
  );
  return gradeWith(iamGrader, { ...exercise, scenario: scenario as IamScenario }, { [file]: text });
}

function codesOf(report: GradeReport): readonly string[] {
  return [...new Set(report.diagnostics.map(({ message }) => message.code))].toSorted();
}

const scenarios = import.meta.glob('/content/scenarios/iam/*.yaml', { eager: true, import: 'default' }) as Readonly<
  Record<string, IamScenario>
>;

test.each(Object.entries(scenarios))('%s fits its schema', (_path, scenario) => {
  expect(validate(scenario) || validate.errors).toBe(true);
});

test('the push of both exercises is the same', () => {
  const [push, least] = ['buildx-push', 'least-privilege'].map(
    (slug) => scenarios[`/content/scenarios/iam/${slug}.yaml`],
  );
  expect(least?.attempts).toEqual(push?.attempts);
  expect(least?.context).toEqual(push?.context);
});

test('the six actions of AWS’s page are first refused at the cache’s config', () => {
  const report = answer('iam-buildx-push', 'policy.json', [
    { Action: six, Resource: repository },
    { Action: login, Resource: '*' },
  ]);
  const refused = report.trace.find(({ outcome }) => outcome === 'denied');
  expect(refused).toMatchObject({ operation: 'get-cache-config', stops: false, source: { evidence: 'documented' } });
  expect(refused?.said).toContain(
    `is not authorized to perform: ecr:GetDownloadUrlForLayer on resource: ${repository}`,
  );
});

describe('least privilege', () => {
  const push = { Action: seven, Resource: repository };
  const enter = { Action: login, Resource: '*' };
  const onlyActions = { Effect: 'Deny', NotAction: [...seven, login], Resource: '*' };
  const onlyRepository = { Effect: 'Deny', NotAction: login, NotResource: repository };

  test.each<[string, readonly Members[], readonly string[]]>([
    ['a list', [push, enter], []],
    ['a list in other case', [{ ...push, Action: seven.map((each) => each.toLowerCase()) }, enter], []],
    ['everything behind two fences', [{ Action: '*', Resource: '*' }, onlyActions, onlyRepository], []],
    ['a service behind two fences', [{ Action: 'ecr:*', Resource: '*' }, onlyActions, onlyRepository], []],
    ['a fence of actions around one repository', [{ Action: 'ecr:*', Resource: repository }, enter, onlyActions], []],
    [
      'a list and a region',
      [{ ...push, Condition: { StringEquals: { 'aws:RequestedRegion': 'ap-northeast-1' } } }, enter],
      [],
    ],
    [
      'every repository, if it is of a Region fence and a name',
      [
        { ...push, Resource: repository.replace('ap-northeast-1', '*') },
        enter,
        {
          Effect: 'Deny',
          Action: '*',
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:RequestedRegion': 'ap-northeast-1' } },
        },
      ],
      [],
    ],
    [
      'reading more of the same repository',
      [{ ...push, Action: [...seven, 'ecr:DescribeImages', 'ecr:ListImages'] }, enter],
      ['iam/grants-other-read'],
    ],
    [
      'every Region',
      [{ ...push, Resource: repository.replace('ap-northeast-1', '*') }, enter],
      ['iam/grants-other-region'],
    ],
    [
      'another account that a condition shuts out',
      [
        {
          ...push,
          Resource: repository.replace('111122223333', '*'),
          Condition: { StringEquals: { 'aws:ResourceAccount': '111122223333' } },
        },
        enter,
      ],
      [],
    ],
  ])('%s passes', (_name, statements, codes) => {
    const report = answer('iam-least-privilege', 'policy.json', statements);
    expect({ verdict: report.verdict, codes: codesOf(report) }).toEqual({
      verdict: 'passed',
      codes,
    });
  });

  test.each<[string, readonly Members[], string]>([
    [
      'every account',
      [{ ...push, Resource: repository.replace('111122223333', '*') }, enter],
      'iam/grants-other-resource',
    ],
    ['a letter free', [{ ...push, Resource: `${repository.slice(0, -1)}?` }, enter], 'iam/grants-other-resource'],
    [
      'a second repository by name',
      [{ ...push, Resource: [repository, repository.replace('workshop-app', 'web')] }, enter],
      'iam/grants-other-resource',
    ],
    ['a path below', [{ ...push, Resource: [repository, `${repository}/*`] }, enter], 'iam/grants-other-resource'],
    ['a short ARN', [{ ...push, Resource: 'arn:aws:ecr:*' }, enter], 'iam/grants-other-resource'],
    [
      'a new action of another service',
      [push, enter, { Action: 'lambda:InvokeFunction', Resource: '*' }],
      'iam/grants-other-action',
    ],
    [
      'another service on one ARN',
      [push, enter, { Action: 'dynamodb:*', Resource: 'arn:aws:dynamodb:ap-northeast-1:111122223333:table/t' }],
      'iam/grants-other-action',
    ],
    [
      'the identity of the caller',
      [push, { ...enter, Action: [login, 'sts:GetCallerIdentity'] }],
      'iam/grants-other-action',
    ],
    [
      'an action under a tag',
      [
        push,
        enter,
        { Action: 'ecr:DeleteRepository', Resource: '*', Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } } },
      ],
      'iam/grants-other-action',
    ],
    [
      'one object of a bucket',
      [push, enter, { Action: 's3:PutObject', Resource: 'arn:aws:s3:::b/k' }],
      'iam/grants-other-action',
    ],
    ['all but a service', [push, enter, { NotAction: 'ecr:*', Resource: '*' }], 'iam/grants-other-action'],
    ['a fence that forgets a resource', [{ Action: '*', Resource: '*' }, onlyActions], 'iam/grants-other-resource'],
    ['a fence that forgets an action', [{ Action: '*', Resource: '*' }, onlyRepository], 'iam/grants-other-action'],
    [
      'deleting in one Region more',
      [push, enter, { Action: 'ecr:BatchDeleteImage', Resource: repository.replace('ap-northeast-1', 'us-east-1') }],
      'iam/grants-other-action',
    ],
  ])('%s does not', (_name, statements, code) => {
    const report = answer('iam-least-privilege', 'policy.json', statements);
    expect(report.verdict).toBe('failed');
    expect(codesOf(report)).toContain(code);
  });
});

describe('whom the role trusts', () => {
  const provider = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
  const [aud, sub] = ['aud', 'sub'].map((claim) => `token.actions.githubusercontent.com:${claim}`) as [string, string];
  const main = 'repo:octo-workshop/workshop-app:ref:refs/heads/main';
  const withIds = 'repo:octo-workshop@40010010/workshop-app@812345678:ref:refs/heads/main';
  const web = { Principal: { Federated: provider }, Action: 'sts:AssumeRoleWithWebIdentity' };
  const right = { [aud]: 'sts.amazonaws.com' };
  const trust = (Condition: Members, more: readonly Members[] = []) =>
    answer('iam-oidc-trust', 'trust-policy.json', [{ ...web, Condition }, ...more]).verdict;

  test.each<[string, Members, string]>([
    ['names', { StringEquals: { ...right, [sub]: main } }, 'passed'],
    ['ids', { StringEquals: { ...right, [sub]: withIds } }, 'passed'],
    ['both', { StringEquals: { ...right, [sub]: [main, withIds] } }, 'passed'],
    ['StringLike without a wildcard', { StringLike: { ...right, [sub]: main } }, 'passed'],
    ['wrong ids', { StringEquals: { ...right, [sub]: withIds.replace('8123', '9123') } }, 'failed'],
    ['both, one wrong', { StringEquals: { ...right, [sub]: [main, withIds.replace('8123', '9123')] } }, 'failed'],
    ['another case of the owner', { StringEquals: { ...right, [sub]: main.replace('octo', 'Octo') } }, 'failed'],
    ['a second branch', { StringEquals: { ...right, [sub]: [main, main.replace('main', 'dev')] } }, 'failed'],
    ['a second audience', { StringEquals: { [aud]: ['sts.amazonaws.com', 'x'], [sub]: main } }, 'failed'],
    ['one letter free', { StringEquals: right, StringLike: { [sub]: main.replace('main', 'mai?') } }, 'failed'],
    ['IfExists', { StringEqualsIfExists: { ...right, [sub]: main } }, 'passed'],
    [
      'the branch by its claim',
      { StringEquals: { ...right, [sub.replace(':sub', ':ref')]: 'refs/heads/main' } },
      'failed',
    ],
  ])('%s', (_name, condition, verdict) => {
    expect(trust(condition)).toBe(verdict);
  });

  test('a narrow Deny beside a wide Allow is right', () => {
    const wide = { StringEquals: right, StringLike: { [sub]: 'repo:octo-workshop/*' } };
    const deny = { Effect: 'Deny', ...web, Condition: { StringNotEquals: { [sub]: main } } };
    expect(trust(wide, [deny])).toBe('passed');
    expect(trust({ StringEquals: right }, [deny])).toBe('passed');
  });

  test('somebody else of AWS is one too many', () => {
    const more = { Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' };
    expect(trust({ StringEquals: { ...right, [sub]: main } }, [more])).toBe('failed');
  });
});

describe('whose tokens get in besides', () => {
  const provider = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
  const of = (claim: string) => `token.actions.githubusercontent.com:${claim}`;
  const aud = { [of('aud')]: 'sts.amazonaws.com' };
  const sub = { [of('sub')]: 'repo:octo-workshop/workshop-app:ref:refs/heads/main' };
  const web = { Principal: { Federated: provider }, Action: 'sts:AssumeRoleWithWebIdentity' };
  const beyond = (...statements: readonly Members[]) =>
    answer('iam-oidc-trust', 'trust-policy.json', statements)
      .diagnostics.map(({ message: { code, params } }) => `${code} ${params['example'] ?? params['value'] ?? ''}`)
      .filter((told) => told.startsWith('iam/trusts-'));

  test.each<[string, Members, readonly string[]]>([
    ['both claims', { StringEquals: { ...aud, ...sub } }, []],
    ['no subject', { StringEquals: aud }, ['iam/trusts-any-token repo:elsewhere/elsewhere:ref:refs/heads/main']],
    ['no audience', { StringEquals: sub }, ['iam/trusts-any-token https://elsewhere.example']],
    [
      'the repository’s id in place of the subject',
      { StringEquals: { ...aud, [of('repository_id')]: '812345678' } },
      ['iam/trusts-any-token repo:octo-workshop/workshop-app:ref:refs/heads/elsewhere'],
    ],
  ])('%s', (_name, Condition, told) => {
    expect(beyond({ ...web, Condition })).toEqual(told);
  });

  test('a fence around the subject keeps others out', () => {
    const fence = { ...web, Effect: 'Deny', Condition: { StringNotEquals: sub } };
    expect(beyond({ ...web, Condition: { StringEquals: aud } }, fence)).toEqual([]);
  });

  test('another provider gets in under its own conditions', () => {
    const gitlab = provider.replace('token.actions.githubusercontent.com', 'gitlab.com');
    const second = {
      Principal: { Federated: gitlab },
      Action: web.Action,
      Condition: { StringEquals: { 'gitlab.com:sub': 'project_path:a/b:ref_type:branch:ref:main' } },
    };
    expect(beyond({ ...web, Condition: { StringEquals: { ...aud, ...sub } } }, second)).toEqual([
      `iam/trusts-other-principal ${gitlab}`,
    ]);
  });
});
