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
  return layOut({ ...usual, ...members }, '    ');
}

/** Characters that still stand in one line; on a telephone one scrolls for more. */
const lineLength = 40;

/** A value as somebody would write it: what is short in one line, else a line for each member. */
function layOut(value: unknown, indent: string): string {
  const flat = flatten(value);
  if (typeof value !== 'object' || value === null || flat.length <= lineLength) return flat;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => (Array.isArray(value) ? '' : `${JSON.stringify(key)}: `) + layOut(member, inner));
  return `${open}\n${inner}${members.join(`,\n${inner}`)}\n${indent}${close}`;
}

function flatten(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flatten).join(', ')}]`;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const texts = members.map(([key, member]) => `${JSON.stringify(key)}: ${flatten(member)}`);
  return texts.length === 0 ? '{}' : `{ ${texts.join(', ')} }`;
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
  const usual = {
    Effect: 'Allow',
    Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': 'repo:octo-workshop/workshop-app:ref:refs/heads/main',
      },
    },
  };
  return layOut({ ...usual, ...members }, '    ');
}

/** A trust policy of that one statement. */
export function trustOf(members: Readonly<Record<string, unknown>> = {}): string {
  return policyWith(trustStatement(members));
}
