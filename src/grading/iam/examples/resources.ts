import { type Examples, policyWith, repositoryArn, statementWith } from './policies.ts';

/** Examples of the checks of actions and resources. */
export const resourceExamples: Examples = {
  'iam/action-resource-misfit': {
    fails: policyWith(statementWith({ Action: 's3:GetObject', Resource: repositoryArn })),
    passes: policyWith(
      statementWith({ Action: ['ecr:PutImage', 's3:GetObject'], Resource: [repositoryArn, 'arn:aws:s3:::b/*'] }),
    ),
  },
  'iam/action-takes-only-star': {
    fails: policyWith(statementWith({ Action: 'ecr:GetAuthorizationToken', Resource: repositoryArn })),
    passes: policyWith(statementWith({ Action: 'ecr:GetAuthorizationToken', Resource: '*' })),
  },
  'iam/action-without-prefix': {
    fails: policyWith(statementWith({ Action: 'PutImage' })),
    passes: policyWith(statementWith({ Action: '*', Resource: '*' })),
  },
  'iam/every-action': {
    fails: policyWith(statementWith({ Action: 'ecr:*' })),
    passes: policyWith(statementWith({ Action: 'ecr:Put*' })),
  },
  'iam/every-resource': {
    fails: policyWith(statementWith({ Resource: '*' })),
    passes: policyWith(statementWith({ Action: 'ecr:GetAuthorizationToken', Resource: '*' })),
  },
  'iam/invalid-account': {
    fails: policyWith(statementWith({ Resource: repositoryArn.replace('111122223333', '1111-2222-3333') })),
    passes: policyWith(statementWith({ Resource: repositoryArn.replace('111122223333', '11112222????') })),
  },
  'iam/missing-arn-part': {
    fails: policyWith(statementWith({ Resource: repositoryArn.replace('111122223333', '') })),
    passes: policyWith(statementWith({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::bucket/key' })),
  },
  'iam/placeholder': {
    fails: policyWith(statementWith({ Resource: 'arn:aws:ecr:region:111122223333:repository/workshop-app' })),
    passes: policyWith(statementWith({ Resource: 'arn:aws:ecr:*:111122223333:repository/region-app' })),
  },
  'iam/redundant-action': {
    fails: policyWith(statementWith({ Action: ['ecr:Put*', 'ecr:PutImage'] })),
    passes: policyWith(statementWith({ Action: ['ecr:Put*', 'ecr:BatchGetImage'] })),
  },
  'iam/redundant-resource': {
    fails: policyWith(statementWith({ Resource: [repositoryArn, `${repositoryArn}*`] })),
    passes: policyWith(statementWith({ Resource: [repositoryArn, `${repositoryArn}/*`] })),
  },
  'iam/refused-resource': {
    fails: policyWith(statementWith({ Resource: 'workshop-app' })),
    passes: policyWith(statementWith({ Resource: 'arn:aws:thing' })),
  },
  'iam/short-arn': {
    fails: policyWith(statementWith({ Resource: 'arn:aws:ecr:repository/workshop-app' })),
    passes: policyWith(statementWith({ Resource: repositoryArn })),
  },
  'iam/stray-space': {
    fails: policyWith(statementWith({ Action: 'ecr:PutImage ' })),
    passes: policyWith(statementWith({ Action: 'ecr:PutImage' })),
  },
  'iam/superfluous-arn-part': {
    fails: policyWith(statementWith({ Action: 's3:GetObject', Resource: 'arn:aws:s3::111122223333:bucket/key' })),
    passes: policyWith(statementWith({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::bucket/key' })),
  },
  'iam/unknown-action': {
    fails: policyWith(statementWith({ Action: 'ecr:BatchGetDownloadUrlForLayer' })),
    passes: policyWith(statementWith({ Action: 'ecr:getdownloadurlforlayer' })),
  },
  'iam/unknown-region': {
    fails: policyWith(statementWith({ Resource: repositoryArn.replace('northeast', 'notheast') })),
    passes: policyWith(statementWith({ Resource: repositoryArn.replace('northeast', 'no?theast') })),
  },
  'iam/unknown-resource-type': {
    fails: policyWith(statementWith({ Resource: repositoryArn.replace('repository/', '') })),
    passes: policyWith(statementWith({ Resource: repositoryArn })),
  },
  'iam/unknown-service': {
    fails: policyWith(statementWith({ Action: 'erc:PutImage' })),
    passes: policyWith(statementWith({ Action: 'ECR:PutImage' })),
  },
  'iam/upper-case-service': {
    fails: policyWith(statementWith({ Resource: repositoryArn.replace(':ecr:', ':ECR:') })),
    passes: policyWith(statementWith({ Resource: repositoryArn.replace('workshop-app', 'Workshop-App') })),
  },
};
