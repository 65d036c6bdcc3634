/**
 * The global condition keys with their types; one that ends in `/` takes the name of a tag after it. `ArrayOf…` keys hold many values.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (read 2026-11-24)
 */
const keysByType: Readonly<Record<string, readonly string[]>> = {
  String: [
    ...['aws:CalledViaAWSMCP', 'aws:CalledViaFirst', 'aws:CalledViaLast', 'aws:Ec2InstanceSourceVpc'],
    ...['aws:FederatedProvider', 'aws:PrincipalAccount', 'aws:PrincipalOrgID', 'aws:PrincipalServiceName'],
    ...['aws:PrincipalTag/', 'aws:PrincipalType', 'aws:Referer', 'aws:RequestedRegion', 'aws:RequestTag/'],
    ...['aws:ResourceAccount', 'aws:ResourceOrgID', 'aws:ResourceTag/', 'aws:SourceAccount', 'aws:SourceIdentity'],
    ...['aws:SourceOrgID', 'aws:SourceOwner', 'aws:SourceVpc', 'aws:SourceVpce', 'aws:UserAgent', 'aws:userid'],
    ...['aws:username', 'aws:VpceAccount', 'aws:VpceOrgID'],
  ],
  ArrayOfString: [
    ...['aws:CalledVia', 'aws:PrincipalOrgPaths', 'aws:PrincipalServiceNamesList', 'aws:ResourceOrgPaths'],
    ...['aws:SourceOrgPaths', 'aws:TagKeys', 'aws:VpceOrgPaths'],
  ],
  ARN: ['aws:ChatbotSourceArn', 'aws:PrincipalArn', 'aws:SourceArn', 'aws:SourceVpcArn'],
  Bool: [
    ...['aws:AssumedRoot', 'aws:IsMcpServiceAction', 'aws:MultiFactorAuthPresent', 'aws:PrincipalIsAWSService'],
    ...['aws:SecureTransport', 'aws:ViaAWSMCPService', 'aws:ViaAWSService'],
  ],
  Date: ['aws:CurrentTime', 'aws:EpochTime', 'aws:TokenIssueTime'],
  Numeric: ['aws:MultiFactorAuthAge'],
  IPAddress: ['aws:Ec2InstanceSourcePrivateIPv4', 'aws:SourceIp', 'aws:VpcSourceIp'],
};

/**
 * Keys with a service's prefix that requests to any service may carry: they tell of the session.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (read 2026-11-24)
 */
export const sessionKeys: ReadonlyMap<string, string> = new Map([
  ['ec2:RoleDelivery', 'Numeric'],
  ['ec2:SourceInstanceArn', 'ARN'],
  ['glue:CredentialIssuingService', 'String'],
  ['glue:RoleAssumedBy', 'String'],
  ['identitystore:UserId', 'String'],
  ['lambda:SourceFunctionArn', 'ARN'],
  ['ssm:SourceInstanceArn', 'ARN'],
]);

/** Types by global key. */
export const globalKeyTypes: ReadonlyMap<string, string> = new Map(
  Object.entries(keysByType).flatMap(([type, keys]) => keys.map((key) => [key, type] as const)),
);

/** The global keys alone. */
export const globalKeys: readonly string[] = [...globalKeyTypes.keys()];
