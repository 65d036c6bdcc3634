import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradable, loadExercise } from '../../../src/exercises/load-exercise.ts';
import { compilePolicy } from '../../../src/grading/iam/authorize.ts';
import { findGrants } from '../../../src/grading/iam/find-grants.ts';
import { needOf, needOfCalls } from '../../../src/grading/iam/need.ts';
import { parsePolicy } from '../../../src/grading/iam/parse.ts';
import { type Proposal, proposeSmaller } from '../../../src/grading/iam/proposal.ts';
import type { IamScenario } from '../../../src/grading/iam/scenario.ts';
import { scoreOf } from '../../../src/grading/iam/score.ts';

const repository = 'arn:aws:ecr:ap-northeast-1:111122223333:repository/workshop-app';
const exercise = loadExercise('iam-least-privilege');
if (exercise === undefined) throw new Error('There is no exercise iam-least-privilege');
const need = needOf(gradable(exercise).scenario as IamScenario);
/** The proposal, and what stands in its place as nothing at all. */
function smallerOf(...given: Parameters<typeof proposeSmaller>): Proposal | null {
  const proposal = proposeSmaller(...given);
  return proposal.kind === 'smaller' ? proposal : null;
}
const answers = [['starter', exercise.starter] as const, ...exercise.solutions];

type Members = Readonly<Record<string, unknown>>;

function compiled(given: string | readonly Members[]) {
  const text = typeof given === 'string' ? given : JSON.stringify({ Version: '2012-10-17', Statement: given });
  const { document, refused } = parsePolicy(text, 'policy.json', 'identity');
  if (document === null || refused) throw new Error(`Not a policy: ${text}`);
  return [compilePolicy(document)];
}

function shortOf(text: string | undefined): unknown {
  return JSON.parse(text ?? 'null');
}

const seven = [
  ...['GetAuthorizationToken', 'BatchGetImage', 'GetDownloadUrlForLayer', 'BatchCheckLayerAvailability'],
  ...['InitiateLayerUpload', 'UploadLayerPart', 'CompleteLayerUpload', 'PutImage'],
].map((name) => `ecr:${name}`);

describe('the exercise on least privilege', () => {
  test('the starter goes far beyond, and is cut down to the eight actions', () => {
    const policies = compiled(exercise.starter['policy.json'] ?? '');
    const proposal = smallerOf(policies, need);
    expect(proposal?.before).toMatchObject({ missing: 0, changingActions: expect.any(Number) });
    expect(proposal?.before.points).toBeGreaterThan(50);
    expect(proposal?.after).toEqual({
      points: 0,
      missing: 0,
      beyond: [],
      furtherActions: 0,
      changingActions: 0,
      neededElsewhere: 0,
    });
    expect(shortOf(proposal?.text)).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' },
        { Effect: 'Allow', Action: seven.slice(1), Resource: repository },
      ],
    });
    expect(proposal?.proof.every(({ before, after }) => before === 'allowed' && after === 'allowed')).toBe(true);
  });

  test.each(answers.slice(1))('%s has nothing beyond that counts', (_name, files) => {
    const policies = compiled(files['policy.json'] ?? '');
    expect(scoreOf(policies, need)).toMatchObject({ missing: 0 });
    const proposal = smallerOf(policies, need);
    expect(
      proposal === null || proposal.sizeAfter < proposal.sizeBefore || proposal.after.points < proposal.before.points,
    ).toBe(true);
  });
});

describe('a score', () => {
  const call = { action: 'ecr:PutImage', resource: repository, context: {} };
  const one = needOfCalls([call]);
  const put = { Effect: 'Allow', Action: 'ecr:PutImage', Resource: repository };
  const pointsOf = (...statements: readonly Members[]) => scoreOf(compiled(statements), one)?.points;

  test('counts what looks once, what changes twice, who may do what thrice', () => {
    expect(pointsOf(put)).toBe(0);
    expect(pointsOf({ ...put, Action: ['ecr:PutImage', 'ecr:DescribeImages'] })).toBe(1);
    expect(pointsOf({ ...put, Action: ['ecr:PutImage', 'ecr:BatchDeleteImage'] })).toBe(2);
    expect(pointsOf({ ...put, Action: ['ecr:PutImage', 'ecr:SetRepositoryPolicy'] })).toBe(3);
    expect(pointsOf({ ...put, Resource: `${repository}*` })).toBe(2);
  });

  test('names the gravest first, with its level and resources', () => {
    const wide = [{ ...put, Action: ['ecr:PutImage', 'ecr:DescribeImages', 'ecr:SetRepositoryPolicy'] }];
    expect(scoreOf(compiled(wide), one)?.beyond).toEqual([
      { action: 'ecr:SetRepositoryPolicy', level: 'permissions', points: 3, isNeeded: false, resources: [repository] },
      { action: 'ecr:DescribeImages', level: 'list', points: 1, isNeeded: false, resources: [repository] },
    ]);
  });

  test('counts what is missing', () => {
    expect(scoreOf(compiled([{ ...put, Effect: 'Deny' }]), one)).toMatchObject({ points: 0, missing: 1 });
  });

  test('of a policy that cannot be saved is none', () => {
    const long = Array.from({ length: 300 }, (_, index) => ({ ...put, Sid: `S${index}` }));
    expect(scoreOf(compiled(long), one)).toBeNull();
  });
});

describe('a proposal', () => {
  const call = { action: 'ecr:PutImage', resource: repository, context: { 'aws:RequestedRegion': 'ap-northeast-1' } };
  const one = needOfCalls([call]);
  const wide = { Effect: 'Allow', Action: 'ecr:*', Resource: '*' };
  const proposed = (...statements: readonly Members[]) =>
    shortOf(smallerOf(compiled(statements), one)?.text) as { Statement: unknown } | null;

  test('keeps the conditions of the statement that allows', () => {
    const Condition = { StringEquals: { 'aws:RequestedRegion': 'ap-northeast-1' } };
    expect(proposed({ ...wide, Condition })?.Statement).toEqual([
      { Effect: 'Allow', Action: 'ecr:PutImage', Resource: repository, Condition },
    ]);
  });

  test('keeps a Deny that could touch it, and leaves out one that cannot', () => {
    const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
    const [near, far] = [
      { ...wide, Effect: 'Deny', Condition },
      { ...wide, Effect: 'Deny', Action: 's3:*' },
    ];
    expect(proposed(wide, near, far)?.Statement).toEqual([
      { Effect: 'Allow', Action: 'ecr:PutImage', Resource: repository },
      near,
    ]);
  });

  test('is none when something is left open, nothing is allowed, or nothing can be cut', () => {
    const kindOf = (...statements: readonly Members[]) => proposeSmaller(compiled(statements), one).kind;
    expect(kindOf({ ...wide, Action: 'e*r:PutImage' })).toBe('open');
    expect(kindOf({ ...wide, Effect: 'Deny' })).toBe('nothing-allowed');
    expect(kindOf({ Effect: 'Allow', Action: 'ecr:PutImage', Resource: repository })).toBe('smallest');
    expect(kindOf(...Array.from({ length: 300 }, () => wide))).toBe('too-long');
  });

  test('writes a statement once for resources with the same actions', () => {
    const other = repository.replace('workshop-app', 'web');
    const two = needOfCalls([call, { ...call, resource: other }]);
    const text = smallerOf(compiled([wide]), two)?.text;
    expect(shortOf(text)).toMatchObject({ Statement: [{ Action: 'ecr:PutImage', Resource: [repository, other] }] });
  });
});

const action = fc.constantFrom('ecr:*', 'ecr:Put*', 'ecr:PutImage', 'ecr:BatchGetImage', 'ecr:Get*', 's3:*');
const resource = fc.constantFrom(
  '*',
  repository,
  `${repository}*`,
  'arn:aws:ecr:*:111122223333:repository/*',
  'arn:aws:s3:::b/*',
);
const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
  Action: fc.uniqueArray(action, { minLength: 1, maxLength: 3 }),
  Resource: fc.uniqueArray(resource, { minLength: 1, maxLength: 2 }),
  Condition: fc.constantFrom(
    {},
    { StringEquals: { 'aws:RequestedRegion': 'ap-northeast-1' } },
    { StringNotEquals: { 'aws:RequestedRegion': 'ap-northeast-1' } },
  ),
});

test('a proposal decides every needed call alike, grants nothing that was not granted, and cannot be cut again', () => {
  const context = { 'aws:RequestedRegion': 'ap-northeast-1' };
  const calls = ['ecr:PutImage', 'ecr:BatchGetImage', 'ecr:GetAuthorizationToken'].map((each) => ({
    action: each,
    resource: each === 'ecr:GetAuthorizationToken' ? '*' : repository,
    context,
  }));
  const some = needOfCalls(calls);
  fc.assert(
    fc.property(fc.array(statement, { minLength: 1, maxLength: 4 }), (statements) => {
      const given = compiled(statements);
      const proposal = smallerOf(given, some);
      fc.pre(proposal !== null);
      const cut = compiled(proposal?.text ?? '');
      for (const { before, after } of proposal?.proof ?? []) expect(after === 'allowed').toBe(before === 'allowed');
      const granted = (policies: typeof given) =>
        findGrants(policies, some).map((grant) => `${grant.action} on ${grant.resource}`);
      const was = new Set(granted(given));
      expect(granted(cut).filter((each) => !was.has(each))).toEqual([]);
      expect(smallerOf(cut, some)).toBeNull();
    }),
    { numRuns: 60 },
  );
}, 30_000);
