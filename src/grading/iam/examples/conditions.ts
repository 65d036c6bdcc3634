import { type Examples, policyWith, statementWith } from './policies.ts';

const keys = { 'aws:TagKeys': ['team'] };

const mine = 'arn:aws:s3:::bucket/${aws:username}/*';

/** Examples of the checks of conditions. */
export const conditionExamples: Examples = {
  'iam/condition-key-format': {
    fails: policyWith(statementWith({ Condition: { StringEquals: { RequestedRegion: 'ap-northeast-1' } } })),
    passes: policyWith(statementWith({ Condition: { StringEquals: { 'aws:RequestedRegion': 'ap-northeast-1' } } })),
  },
  'iam/duplicate-condition-key': {
    fails: policyWith(
      statementWith({ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1', 'aws:sourcevpc': 'vpc-2' } } }),
    ),
    passes: policyWith(statementWith({ Condition: { StringEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } } })),
  },
  'iam/empty-condition': {
    fails: policyWith(statementWith({ Condition: { StringEquals: {} } })),
    passes: policyWith(statementWith({ Condition: { StringEquals: { 'aws:RequestedRegion': 'ap-northeast-1' } } })),
  },
  'iam/for-all-values-in-allow': {
    fails: policyWith(statementWith({ Condition: { 'ForAllValues:StringEquals': keys } })),
    passes: policyWith(
      statementWith({ Condition: { 'ForAllValues:StringEquals': keys, Null: { 'aws:TagKeys': 'false' } } }),
    ),
  },
  'iam/invalid-date': {
    fails: policyWith(statementWith({ Condition: { DateLessThan: { 'aws:CurrentTime': '31 December 2026' } } })),
    passes: policyWith(statementWith({ Condition: { DateLessThan: { 'aws:CurrentTime': '2026-12-31T00:00:00Z' } } })),
  },
  'iam/operator-case': {
    fails: policyWith(statementWith({ Condition: { stringequals: { 'aws:RequestedRegion': 'ap-northeast-1' } } })),
    passes: policyWith(statementWith({ Condition: { StringEquals: { 'aws:RequestedRegion': 'ap-northeast-1' } } })),
  },
  'iam/type-mismatch': {
    fails: policyWith(statementWith({ Condition: { Bool: { 'aws:SecureTransport': 'yes' } } })),
    passes: policyWith(statementWith({ Condition: { Bool: { 'aws:SecureTransport': true } } })),
  },
  'iam/unknown-condition-key': {
    fails: policyWith(statementWith({ Condition: { StringEquals: { 'aws:RequestRegion': 'ap-northeast-1' } } })),
    passes: policyWith(statementWith({ Condition: { StringEquals: { 'AWS:requestedregion': 'ap-northeast-1' } } })),
  },
  'iam/unknown-operator': {
    fails: policyWith(statementWith({ Condition: { StringEqual: { 'aws:RequestedRegion': 'ap-northeast-1' } } })),
    passes: policyWith(statementWith({ Condition: { StringEquals: { 'aws:RequestedRegion': 'ap-northeast-1' } } })),
  },
  'iam/variable-in-old-version': {
    fails: policyWith(statementWith({ Action: 's3:GetObject', Resource: mine })).replace('2012-10-17', '2008-10-17'),
    passes: policyWith(statementWith({ Action: 's3:GetObject', Resource: mine })),
  },
  'iam/wildcard-without-like': {
    fails: policyWith(statementWith({ Condition: { StringEquals: { 'aws:RequestedRegion': 'ap-*' } } })),
    passes: policyWith(statementWith({ Condition: { StringLike: { 'aws:RequestedRegion': 'ap-*' } } })),
  },
};
