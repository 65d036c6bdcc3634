import { githubProvider } from '../queries/trust-lines.ts';
import { type Examples, policyWith, trustStatement } from './policies.ts';

const like = (subject: string) =>
  policyWith(
    trustStatement({
      Condition: { StringLike: { [`${githubProvider}:sub`]: subject, [`${githubProvider}:aud`]: 'sts.amazonaws.com' } },
    }),
  );

const onlySubject = {
  StringEquals: { [`${githubProvider}:sub`]: 'repo:octo-workshop/workshop-app:ref:refs/heads/main' },
};

const onlyAudience = { StringEquals: { [`${githubProvider}:aud`]: 'sts.amazonaws.com' } };

const withSubject = (subject: string) =>
  policyWith(
    trustStatement({
      Condition: {
        StringEquals: { [`${githubProvider}:sub`]: subject, [`${githubProvider}:aud`]: 'sts.amazonaws.com' },
      },
    }),
  );

const subject = { [`${githubProvider}:sub`]: 'repo:octo-workshop/workshop-app:ref:refs/heads/main' };

/** Examples of the checks of trust policies and principals. */
export const trustExamples: Examples = {
  'iam/federated-principal': {
    file: 'trust-policy.json',
    fails: policyWith(trustStatement({ Principal: { Federated: 'https://token.actions.githubusercontent.com' } })),
    passes: policyWith(trustStatement()),
  },
  'iam/mismatched-assume-action': {
    file: 'trust-policy.json',
    fails: policyWith(trustStatement({ Action: 'sts:AssumeRole' })),
    passes: policyWith(trustStatement()),
  },
  'iam/missing-audience': {
    file: 'trust-policy.json',
    fails: policyWith(trustStatement({ Condition: onlySubject })),
    passes: policyWith(trustStatement()),
  },
  'iam/missing-principal': {
    file: 'trust-policy.json',
    fails: policyWith(trustStatement({ Principal: undefined })),
    passes: policyWith(trustStatement()),
  },
  'iam/missing-subject': {
    file: 'trust-policy.json',
    fails: policyWith(trustStatement({ Condition: onlyAudience })),
    passes: policyWith(trustStatement()),
  },
  'iam/principal-kind': {
    file: 'trust-policy.json',
    fails: policyWith(trustStatement().replace('"Federated"', '"Federate"')),
    passes: policyWith(trustStatement()),
  },
  'iam/subject-form': {
    file: 'trust-policy.json',
    fails: withSubject('repo:github.com/octo-workshop/workshop-app:ref:refs/heads/main'),
    passes: withSubject('repo:octo-workshop@40010010/workshop-app@812345678:environment:production'),
  },
  'iam/unexpected-audience': {
    file: 'trust-policy.json',
    fails: policyWith(
      trustStatement({
        Condition: { StringEquals: { ...subject, [`${githubProvider}:aud`]: 'https://github.com/octo-workshop' } },
      }),
    ),
    passes: policyWith(trustStatement()),
  },
  'iam/wide-subject': {
    file: 'trust-policy.json',
    fails: like('repo:octo-workshop/*'),
    passes: like('repo:octo-workshop/workshop-app:ref:refs/heads/main'),
  },
  'iam/wildcard-principal': {
    file: 'trust-policy.json',
    fails: policyWith(trustStatement({ Principal: '*' })),
    passes: policyWith(trustStatement()),
  },
};
