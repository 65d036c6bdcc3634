/** AWS's partitions. @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html (read 2026-11-24) */
export const partitions: readonly string[] = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-eusc',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
];

/**
 * The commercial Regions, for what is written almost right. A Region that is not here may be new.
 * @source https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html (read 2026-11-24)
 */
export const regions: readonly string[] = [
  ...['af-south-1', 'ap-east-1', 'ap-east-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1'],
  ...['ap-south-2', 'ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5'],
  ...['ap-southeast-6', 'ap-southeast-7', 'ca-central-1', 'ca-west-1', 'eu-central-1', 'eu-central-2', 'eu-north-1'],
  ...['eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'il-central-1', 'me-central-1', 'me-south-1'],
  ...['mx-central-1', 'sa-east-1', 'us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
  ...['cn-north-1', 'cn-northwest-1', 'us-gov-east-1', 'us-gov-west-1'],
];

/** False for a Region of the isolated and sovereign partitions, whose Regions are not in the list. */
export function isOfListedPartition(region: string): boolean {
  return !/^(us-iso|eu-iso|eusc-)/.test(region);
}
