import type { Code } from '../../../messages/index.ts';
import type { Example } from '../../core/rule.ts';

/** Examples by code. They stand apart from the rules, so that policies can be graded without them. */
export type Examples = Readonly<Partial<Record<Code, Example>>>;

/** The workshop's repository. */
export const repositoryArn = 'arn:aws:ecr:ap-northeast-1:111122223333:repository/workshop-app';

/** A whole policy around its statements. */
export function policyWith(...statements: readonly string[]): string {
  return `{\n  "Version": "2012-10-17",\n  "Statement": [\n    ${statements.join(',\n    ')}\n  ]\n}`;
}

/** An Allow of one action on the workshop's repository; other members take the place of these. */
export function statementWith(members: Readonly<Record<string, unknown>> = {}): string {
  const usual = { Effect: 'Allow', Action: 'ecr:PutImage', Resource: repositoryArn };
  return JSON.stringify({ ...usual, ...members });
}

/** A policy of that one statement. */
export function policyOf(members: Readonly<Record<string, unknown>> = {}): string {
  return policyWith(statementWith(members));
}

/** A policy of that one statement under a condition. */
export function policyUnder(condition: Readonly<Record<string, unknown>>): string {
  return policyOf({ Condition: condition });
}

/** The workshop's trust policy in one statement; other members take the place of these. */
export function trustStatement(members: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    Effect: 'Allow',
    Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': 'repo:octo-workshop/workshop-app:ref:refs/heads/main',
      },
    },
    ...members,
  });
}

/** A trust policy of that one statement. */
export function trustOf(members: Readonly<Record<string, unknown>> = {}): string {
  return policyWith(trustStatement(members));
}
