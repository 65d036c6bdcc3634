import { type Examples, policyOf, policyUnder } from './policies.ts';

const principal = 'aws:PrincipalTag/team';

/** Examples of the checks of condition operators, and of what a condition comes to. */
export const operatorExamples: Examples = {
  'iam/null-with-if-exists': {
    fails: policyUnder({ NullIfExists: { 'aws:SourceVpc': 'true' } }),
    passes: policyUnder({ Null: { 'aws:SourceVpc': 'true' } }),
  },
  'iam/null-with-qualifier': {
    fails: policyUnder({ 'ForAnyValue:Null': { 'aws:TagKeys': 'false' } }),
    passes: policyUnder({ Null: { 'aws:TagKeys': 'false' } }),
  },
  'iam/invalid-condition-data-type': {
    fails: policyUnder({ NumericEquals: { 'aws:MultiFactorAuthAge': ['3600', 7200] } }),
    passes: policyUnder({ NumericEquals: { 'aws:MultiFactorAuthAge': [3600, 7200] } }),
  },
  'iam/invalid-condition-multiple-boolean': {
    fails: policyUnder({ Bool: { 'aws:SecureTransport': ['true', 'false'] } }),
    passes: policyUnder({ Bool: { 'aws:SecureTransport': ['true'] } }),
  },
  'iam/invalid-date-value': {
    fails: policyUnder({ DateLessThan: { 'aws:CurrentTime': '1798761599' } }),
    passes: policyUnder({ DateLessThan: { 'aws:EpochTime': '1798761599' } }),
  },
  'iam/type-mismatch-ip-range': {
    fails: policyUnder({ IpAddress: { 'aws:SourceIp': '203.0.113.0/33' } }),
    passes: policyUnder({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
  },
  'iam/type-mismatch-string': {
    fails: policyUnder({ BinaryEquals: { 'aws:SourceIdentity': 'not base64' } }),
    passes: policyUnder({ BinaryEquals: { 'aws:SourceIdentity': 'QmFzZTY0' } }),
  },
  'iam/empty-array-condition-forallvalues': {
    fails: policyUnder({ 'ForAllValues:StringEquals': { 'aws:TagKeys': [] } }),
    passes: policyUnder({ StringEquals: { 'aws:TagKeys': [] } }),
  },
  'iam/empty-array-condition-foranyvalue': {
    fails: policyUnder({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': [] } }),
    passes: policyUnder({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['team'] } }),
  },
  'iam/empty-array-condition-ifexists': {
    fails: policyUnder({ StringEqualsIfExists: { 'aws:RequestedRegion': [] } }),
    passes: policyUnder({ StringEquals: { 'aws:RequestedRegion': [] } }),
  },
  'iam/redundant-condition-value': {
    fails: policyUnder({ StringLike: { 'aws:RequestedRegion': ['ap-*', 'ap-northeast-1'] } }),
    passes: policyUnder({ StringEquals: { 'aws:RequestedRegion': ['ap-northeast-1', 'ap-northeast-3'] } }),
  },
  'iam/redundant-condition-value-num': {
    fails: policyUnder({ NumericLessThan: { 'aws:MultiFactorAuthAge': ['2700', '3600'] } }),
    passes: policyUnder({ NumericEquals: { 'aws:MultiFactorAuthAge': ['2700', '3600'] } }),
  },
  'iam/redundant-key-due-to-wildcard-in-condition': {
    fails: policyUnder({ StringLikeIfExists: { [principal]: '*' } }),
    passes: policyUnder({ StringLikeIfExists: { [principal]: '*-blue' } }),
  },
  'iam/redundant-statement-due-to-wildcard-in-condition': {
    fails: policyUnder({ 'ForAnyValue:StringNotLike': { 'aws:TagKeys': '*' } }),
    passes: policyUnder({ 'ForAnyValue:StringNotLike': { 'aws:TagKeys': 'cost-*' } }),
  },
  'iam/equivalent-to-null-false': {
    fails: policyUnder({ StringLike: { [principal]: '*' } }),
    passes: policyUnder({ StringLike: { [principal]: '?*' } }),
  },
  'iam/equivalent-to-null-true': {
    fails: policyUnder({ StringNotLike: { [principal]: '*' } }),
    passes: policyUnder({ StringNotLike: { [principal]: 'red*' } }),
  },
  'iam/impossible-condition': {
    fails: policyUnder({
      StringEquals: { 'aws:RequestedRegion': 'ap-northeast-1' },
      StringLike: { 'aws:RequestedRegion': 'us-*' },
    }),
    passes: policyUnder({
      StringEquals: { 'aws:RequestedRegion': 'ap-northeast-1' },
      StringLike: { 'aws:RequestedRegion': 'ap-*' },
    }),
  },
  'iam/wildcard-in-service-name': {
    fails: policyOf({ Action: 'ecr*:PutImage' }),
    passes: policyOf({ Action: 'ecr:*Image' }),
  },
};
