import { type Check, type Example, showRules } from '../core/rule.ts';
import { examples } from './examples/index.ts';
import { policyWith, repositoryArn, statementWith, trustStatement } from './examples/policies.ts';
import { leastPrivilege, unmeasured } from './grants.ts';
import { jsonChecks } from './json/checks.ts';
import { lintRules } from './rules/index.ts';
import { refusals } from './rules/refusals.ts';
import { trustAdvice } from './trust-excess.ts';

/** The push of the exercise in two statements; entries may be added to the first one's lists, or take the place of its resource. */
function push(extra: readonly string[] = [], resource = repositoryArn): string {
  const actions = ['CompleteLayerUpload', 'UploadLayerPart', 'InitiateLayerUpload', 'BatchCheckLayerAvailability']
    .concat('PutImage', 'BatchGetImage', 'GetDownloadUrlForLayer')
    .map((name) => `ecr:${name}`);
  return policyWith(
    statementWith({ Action: [...actions, ...extra], Resource: resource }),
    statementWith({ Action: 'ecr:GetAuthorizationToken', Resource: '*' }),
  );
}

function beyond(fails: string): Example {
  return { fails, passes: push(), exercise: 'iam-least-privilege' };
}

const secondPrincipal = trustStatement({
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'sts:AssumeRole',
  Condition: undefined,
});

/** What only a run against a scenario shows. */
const simulationChecks: readonly Check[] = [
  {
    code: 'iam/grants-other-action',
    severity: 'error',
    source: leastPrivilege,
    example: beyond(push(['ecr:BatchDeleteImage'])),
  },
  {
    code: 'iam/grants-other-resource',
    severity: 'error',
    source: leastPrivilege,
    example: beyond(push([], `${repositoryArn}*`)),
  },
  {
    code: 'iam/grants-other-read',
    severity: 'warning',
    source: leastPrivilege,
    example: beyond(push(['ecr:DescribeImages'])),
  },
  {
    code: 'iam/grants-other-region',
    severity: 'warning',
    source: leastPrivilege,
    example: beyond(push([], repositoryArn.replace('ap-northeast-1', '*'))),
  },
  {
    code: 'iam/excess-unmeasured',
    severity: 'error',
    source: unmeasured,
    example: beyond(push(Array.from({ length: 600 }, (_, index) => `ecr:PutImage${index}`))),
  },
  {
    code: 'iam/trusts-other-token',
    severity: 'error',
    source: trustAdvice,
    example: {
      file: 'trust-policy.json',
      exercise: 'iam-oidc-trust',
      fails: policyWith(
        trustStatement().replace(
          '"repo:octo-workshop/workshop-app:ref:refs/heads/main"',
          (main) => `[${main}, ${main.replace('main', 'dev')}]`,
        ),
      ),
      passes: policyWith(trustStatement()),
    },
  },
  {
    code: 'iam/trusts-any-token',
    severity: 'error',
    source: trustAdvice,
    example: {
      file: 'trust-policy.json',
      exercise: 'iam-oidc-trust',
      fails: policyWith(
        trustStatement({
          Condition: { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } },
        }),
      ),
      passes: policyWith(trustStatement()),
    },
  },
  {
    code: 'iam/trusts-other-principal',
    severity: 'error',
    source: trustAdvice,
    example: {
      file: 'trust-policy.json',
      exercise: 'iam-oidc-trust',
      fails: policyWith(trustStatement(), secondPrincipal),
      passes: policyWith(trustStatement()),
    },
  },
];

/** Every fault that the IAM grader can find in a text, with a text that has it and one that just has it not. */
export const checks: readonly Check[] = [
  ...jsonChecks,
  ...showRules([...refusals, ...lintRules], examples),
  ...simulationChecks,
];
