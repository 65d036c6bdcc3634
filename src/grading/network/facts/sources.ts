import type { Evidence, Source } from '../../core/types.ts';

const readOn = '2026-11-24';
const aws = 'https://docs.aws.amazon.com';
const source = (url: string, evidence: Evidence = 'documented'): Source => ({ url, readOn, evidence });

/** The pages that the findings of this domain rest on. */
export const sources = {
  yaml: source('https://yaml.org/spec/1.2.2/'),
  hcl: source('https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md'),
  createEndpoint: source(`${aws}/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html`),
  endpointServices: source(`${aws}/vpc/latest/privatelink/aws-services-privatelink-support.html`),
  privateDns: source(`${aws}/vpc/latest/privatelink/privatelink-access-aws-services.html`),
  /** `private-dns-enabled cannot be set because there is already a conflicting DNS domain for … in the VPC` */
  conflictingDns: source('https://github.com/hashicorp/terraform-provider-aws/issues/17535', 'field'),
  endpointPolicies: source(`${aws}/vpc/latest/privatelink/vpc-endpoints-access.html`),
  gatewayEndpoints: source(`${aws}/vpc/latest/privatelink/gateway-endpoints.html`),
  regions: source(`${aws}/general/latest/gr/rande.html`),
  groupRules: source(`${aws}/vpc/latest/userguide/security-group-rules.html`),
  groupRuleApi: source(`${aws}/AWSEC2/latest/APIReference/API_IpPermission.html`),
  ecrEndpoints: source(`${aws}/AmazonECR/latest/userguide/vpc-endpoints.html`),
  ecsEndpoints: source(`${aws}/AmazonECS/latest/developerguide/vpc-endpoints.html`),
  template: source(`${aws}/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html`),
  templateRoutes: source(`${aws}/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html`),
  templateTables: source(`${aws}/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-routetable.html`),
  templateTableUses: source(
    `${aws}/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnetroutetableassociation.html`,
  ),
  templateFunctions: source(`${aws}/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html`),
  templateSub: source(`${aws}/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html`),
  talk: source(
    'https://github.com/mamezou-tech/mamezou-tech-site/blob/main/src/en/posts/blogs/2024/1106_kanazawa.md',
    'talk',
  ),
} as const satisfies Readonly<Record<string, Source>>;
