import { type Examples, policyWith, statementWith } from './policies.ts';

const many = Array.from({ length: 400 }, (_, index) => `ecr:PutImage${index}`);

/** Examples of the checks of a policy’s shape: its elements, their types and its size. */
export const shapeExamples: Examples = {
  'iam/both-of-a-pair': {
    fails: policyWith(statementWith({ NotAction: 'ecr:GetAuthorizationToken' })),
    passes: policyWith(statementWith({ Action: undefined, NotAction: 'ecr:GetAuthorizationToken' })),
  },
  'iam/duplicate-key': {
    fails: policyWith(statementWith().replace('"Effect"', '"Effect": "Deny", "Effect"')),
    passes: policyWith(statementWith()),
  },
  'iam/duplicate-sid': {
    fails: policyWith(statementWith({ Sid: 'Push' }), statementWith({ Sid: 'Push' })),
    passes: policyWith(statementWith({ Sid: 'Push' }), statementWith({ Sid: 'Pull' })),
  },
  'iam/empty-sid': {
    fails: policyWith(statementWith({ Sid: '' })),
    passes: policyWith(statementWith({ Sid: 'Push' })),
  },
  'iam/invalid-effect': {
    fails: policyWith(statementWith({ Effect: 'allow' })),
    passes: policyWith(statementWith({ Effect: 'Deny' })),
  },
  'iam/invalid-sid': {
    fails: policyWith(statementWith({ Sid: 'push to ECR' })),
    passes: policyWith(statementWith({ Sid: 'PushToECR' })),
  },
  'iam/invalid-version': {
    fails: policyWith(statementWith()).replace('2012-10-17', '2024-11-02'),
    passes: policyWith(statementWith()),
  },
  'iam/missing-action': { fails: policyWith(statementWith({ Action: [] })), passes: policyWith(statementWith()) },
  'iam/missing-effect': {
    fails: policyWith(statementWith({ Effect: undefined })),
    passes: policyWith(statementWith()),
  },
  'iam/missing-resource': {
    fails: policyWith(statementWith({ Resource: undefined })),
    passes: policyWith(statementWith()),
  },
  'iam/missing-statement': {
    fails: policyWith(),
    passes: policyWith(statementWith()),
  },
  'iam/missing-version': {
    fails: policyWith(statementWith()).replace('"Version": "2012-10-17",', ''),
    passes: policyWith(statementWith()),
  },
  'iam/not-an-object': { fails: `[${policyWith(statementWith())}]`, passes: policyWith(statementWith()) },
  'iam/odd-character': {
    fails: policyWith(statementWith({ Action: 'ecr:PutImage\u200b' })),
    passes: policyWith(statementWith({ Action: 'ecr:PutImage\u00e9' })),
  },
  'iam/old-version': {
    fails: policyWith(statementWith()).replace('2012-10-17', '2008-10-17'),
    passes: policyWith(statementWith()),
  },
  'iam/prohibited-element': {
    fails: policyWith(statementWith({ Principal: '*' })),
    passes: policyWith(statementWith()),
  },
  'iam/too-long': {
    fails: policyWith(statementWith({ Action: many })),
    passes: policyWith(statementWith()) + ' '.repeat(7000),
  },
  'iam/unknown-element': {
    fails: policyWith(statementWith().replace('"Action"', '"Actions"')),
    passes: policyWith(statementWith()),
  },
  'iam/wrong-type': {
    fails: policyWith(statementWith({ Effect: ['Allow'] })),
    passes: policyWith(statementWith({ Action: ['ecr:PutImage'] })),
  },
};
