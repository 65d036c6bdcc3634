import { describe, expect, test } from 'vitest';
import { policyUnder, policyWith, statementWith, trustOf } from '../../../src/grading/iam/examples/policies.ts';
import { iamGrader } from '../../../src/grading/iam/grader.ts';

/** What a rule has to tell apart besides its two examples. */

function codesIn(file: string, text: string): readonly string[] {
  const { document, refused } = iamGrader.parse({ [file]: text });
  if (document === null || refused) throw new Error(`Not a policy: ${text}`);
  return iamGrader.lint(document).map(({ message }) => message.code);
}

function raises(code: string, file: string, text: string): boolean {
  return codesIn(file, text).includes(code);
}

describe('a subject of a form that GitHub never sends', () => {
  const [aud, sub] = ['aud', 'sub'].map((claim) => `token.actions.githubusercontent.com:${claim}`) as [string, string];
  test.each([
    ['repo:octo-workshop/workshop-app:pull_request', false],
    ['repo:octo-workshop/*', false],
    ['repo*', false],
    ['r*', false],
    ['*:ref:refs/heads/main', false],
    ['repository_owner:octo-workshop:environment:live', false],
    ['job_workflow_ref:octo-workshop/*', false],
    ['repository_id:812345678', false],
    ['repository_owner_id:40010010', false],
    ['environment:production%3Aeastus:repository_owner:octo-workshop', false],
    ['repo_property_workspace_id:ws-abc123', false],
    ['repository:octo-workshop/workshop-app', true],
    ['repos:octo-workshop/*', true],
    ['release:*', true],
    ['repo:https://github.com/octo-workshop/*', true],
    ['octo-workshop/workshop-app', true],
  ])('%s: %s', (subject, isOdd) => {
    const Condition = { StringLike: { [aud]: 'sts.amazonaws.com', [sub]: subject } };
    expect(raises('iam/subject-form', 'trust-policy.json', trustOf({ Condition }))).toBe(isOdd);
  });
});

describe('a federated principal without an ARN', () => {
  test.each([
    ['cognito-identity.amazonaws.com', false],
    ['cognito-identity-us-gov.amazonaws.com', false],
    ['cognito-identity.us-gov-east-1.amazonaws.com', false],
    ['accounts.google.com', false],
    ['cognito-idp.amazonaws.com', true],
    ['accounts.google.com.example', true],
    ['token.actions.githubusercontent.com', true],
  ])('%s: %s', (provider, isOdd) => {
    const text = trustOf({ Principal: { Federated: provider }, Condition: undefined });
    expect(raises('iam/federated-principal', 'trust-policy.json', text)).toBe(isOdd);
  });
});

test('an empty list is empty under a negated operator too', () => {
  for (const operator of ['StringEquals', 'StringNotEquals']) {
    const text = policyUnder({ [operator]: { 'aws:RequestedRegion': [] } });
    expect(raises('iam/empty-condition', 'policy.json', text)).toBe(true);
  }
});

describe('an ARN without the account that resources of its kind have', () => {
  test.each([
    ['arn:aws:ssm:ap-northeast-1::parameter/aws/service/ecs/*', false],
    ['arn:aws:ssm:ap-northeast-1::parameter/workshop/db', true],
    ['arn:aws:ssm::111122223333:parameter/aws/service/ecs/*', true],
  ])('%s: %s', (Resource, isMissing) => {
    const text = policyWith(statementWith({ Action: 'ssm:GetParameter', Resource }));
    expect(raises('iam/missing-arn-part', 'policy.json', text)).toBe(isMissing);
  });
});
