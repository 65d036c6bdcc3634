import { type Examples, policyOf, policyUnder } from './policies.ts';

function fromAddresses(operator: string, ...addresses: readonly string[]): string {
  return policyUnder({ [operator]: { 'aws:SourceIp': addresses } });
}

function forTeam(effect: string, members: Readonly<Record<string, unknown>>): string {
  const Condition = { StringEquals: { 'aws:ResourceTag/team': 'blue' } };
  return policyOf({ Effect: effect, Resource: '*', Condition, ...members });
}

const oneTag = { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] }, Null: { 'aws:TagKeys': 'false' } };

/** Examples of the checks of single keys and what is compared with them. */
export const valueExamples: Examples = {
  'iam/missing-tag-key-in-condition': {
    fails: policyUnder({ StringEquals: { 'aws:ResourceTag': 'blue' } }),
    passes: policyUnder({ StringEquals: { 'aws:ResourceTag/team': 'blue' } }),
  },
  'iam/unsupported-global-condition-key': {
    fails: policyUnder({ ArnLike: { 'aws:ARN': 'arn:aws:iam::111122223333:role/app' } }),
    passes: policyUnder({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/app' } }),
  },
  'iam/invalid-vpc-format': {
    fails: policyUnder({ StringEquals: { 'aws:SourceVpc': 'my-vpc' } }),
    passes: policyUnder({ StringEquals: { 'aws:SourceVpc': 'vpc-0123456789abcdef0' } }),
  },
  'iam/invalid-vpce-format': {
    fails: policyUnder({ StringEquals: { 'aws:SourceVpce': 'vpc-0123456789abcdef0' } }),
    passes: policyUnder({ StringEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } }),
  },
  'iam/invalid-region': {
    fails: policyUnder({ StringEquals: { 'aws:RequestedRegion': 'ap-notheast-1' } }),
    passes: policyUnder({ StringLike: { 'aws:RequestedRegion': 'ap-*' } }),
  },
  'iam/invalid-service-principal-format': {
    fails: policyOf({ Action: 'iam:PassRole', Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks' } } }),
    passes: policyOf({
      Action: 'iam:PassRole',
      Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    }),
  },
  'iam/improve-ip-range': {
    fails: fromAddresses('IpAddress', '203.0.113.7/24'),
    passes: fromAddresses('IpAddress', '203.0.113.0/24', '203.0.113.7/32'),
  },
  'iam/private-ip-address': {
    fails: fromAddresses('IpAddress', '10.0.0.0/16'),
    passes: policyUnder({ IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } }),
  },
  'iam/private-not-ip-address': {
    fails: fromAddresses('NotIpAddress', '192.168.0.0/16'),
    passes: fromAddresses('NotIpAddress', '203.0.113.0/24'),
  },
  'iam/private-ip-address-subset': {
    fails: fromAddresses('IpAddress', '203.0.113.0/24', '10.0.0.0/16'),
    passes: fromAddresses('IpAddress', '10.0.0.0/16'),
  },
  'iam/private-not-ip-address-subset': {
    fails: fromAddresses('NotIpAddress', '203.0.113.0/24', '172.16.0.0/12'),
    passes: fromAddresses('NotIpAddress', '203.0.113.0/24', '172.32.0.0/12'),
  },
  'iam/missing-paired-condition-keys': {
    fails: policyUnder({ IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } }),
    passes: policyUnder({
      IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' },
      StringEquals: { 'aws:SourceVpc': 'vpc-0123456789abcdef0' },
    }),
  },
  'iam/untrustworthy-condition-key': {
    fails: policyUnder({ StringLike: { 'aws:Referer': 'https://example.com/*' } }),
    passes: policyUnder({ StringEquals: { 'aws:SourceAccount': '111122223333' } }),
  },
  'iam/key-type-mismatch': {
    fails: policyUnder({ StringEquals: { 'aws:SourceIp': '203.0.113.0/24' } }),
    passes: policyUnder({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
  },
  'iam/missing-qualifier': {
    fails: policyUnder({ StringEquals: { 'aws:TagKeys': 'team' } }),
    passes: policyOf({ Action: 'ecr:TagResource', Condition: oneTag }),
  },
  'iam/string-like-operator-with-arn-condition-keys': {
    fails: policyUnder({ StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/app-*' } }),
    passes: policyUnder({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/app-*' } }),
  },
  'iam/unsupported-action-for-condition-key': {
    fails: policyOf({
      Action: ['iam:PassRole', 'iam:GetRole'],
      Resource: 'arn:aws:iam::111122223333:role/app',
      Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    }),
    passes: policyOf({
      Action: 'iam:PassRole',
      Resource: 'arn:aws:iam::111122223333:role/app',
      Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    }),
  },
  'iam/missing-action-for-condition-key': {
    fails: policyUnder({ StringEquals: { 'ecs:cluster': 'arn:aws:ecs:ap-northeast-1:111122223333:cluster/web' } }),
    passes: policyUnder({ StringEquals: { 'ecr:ResourceTag/team': 'blue' } }),
  },
  'iam/deny-with-unsupported-tag-condition-key-for-service': {
    fails: forTeam('Deny', { Action: 'ecr:GetAuthorizationToken' }),
    passes: forTeam('Deny', { Action: 'ecr:DeleteRepository' }),
  },
  'iam/allow-with-unsupported-tag-condition-key-for-service': {
    fails: forTeam('Allow', { Action: 'ecr:GetAuthorizationToken' }),
    passes: forTeam('Allow', { Action: 'ecr:PutImage' }),
  },
  'iam/deny-notaction-with-unsupported-tag-condition-key-for-service': {
    fails: forTeam('Deny', { Action: undefined, NotAction: 'ecr:BatchGetImage' }),
    passes: forTeam('Deny', { Action: 'ecr:*' }),
  },
  'iam/allow-notaction-with-unsupported-tag-condition-key-for-service': {
    fails: forTeam('Allow', { Action: undefined, NotAction: 'ecr:BatchGetImage' }),
    passes: forTeam('Allow', { Action: 'ecr:*' }),
  },
};
