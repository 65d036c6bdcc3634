/**
 * The global condition keys; one that ends in `/` takes the name of a tag after it.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (read 2026-11-24)
 */
export const globalKeys: readonly string[] = [
  ...['aws:AssumedRoot', 'aws:CalledVia', 'aws:CalledViaFirst', 'aws:CalledViaLast', 'aws:ChatbotSourceArn'],
  ...['aws:CurrentTime', 'aws:Ec2InstanceSourcePrivateIPv4', 'aws:Ec2InstanceSourceVpc', 'aws:EpochTime'],
  ...['aws:FederatedProvider', 'aws:MultiFactorAuthAge', 'aws:MultiFactorAuthPresent', 'aws:PrincipalAccount'],
  ...['aws:PrincipalArn', 'aws:PrincipalIsAWSService', 'aws:PrincipalOrgID', 'aws:PrincipalOrgPaths'],
  ...['aws:PrincipalServiceName', 'aws:PrincipalServiceNamesList', 'aws:PrincipalTag/', 'aws:PrincipalType'],
  ...['aws:Referer', 'aws:RequestedRegion', 'aws:RequestTag/', 'aws:ResourceAccount', 'aws:ResourceOrgID'],
  ...['aws:ResourceOrgPaths', 'aws:ResourceTag/', 'aws:SecureTransport', 'aws:SourceAccount', 'aws:SourceArn'],
  ...['aws:SourceIdentity', 'aws:SourceIp', 'aws:SourceOrgID', 'aws:SourceOrgPaths', 'aws:SourceOwner'],
  ...['aws:SourceVpc', 'aws:SourceVpcArn', 'aws:SourceVpce', 'aws:TagKeys', 'aws:TokenIssueTime', 'aws:UserAgent'],
  ...['aws:userid', 'aws:username', 'aws:ViaAWSService', 'aws:VpceAccount', 'aws:VpceOrgID', 'aws:VpceOrgPaths'],
  ...['aws:VpcSourceIp'],
];

/** Global keys that hold many values; the others hold one. @source the same page */
export const multivaluedKeys: readonly string[] = [
  'aws:calledvia',
  'aws:principalorgpaths',
  'aws:principalservicenameslist',
  'aws:resourceorgpaths',
  'aws:sourceorgpaths',
  'aws:tagkeys',
  'aws:vpceorgpaths',
];
