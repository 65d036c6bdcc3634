/** A group of regions with accounts, names and a DNS suffix of its own. */
export interface Partition {
  readonly name: string;
  /** What the host names of its services end with. */
  readonly dnsSuffix: string;
}

const usual: Partition = { name: 'aws', dnsSuffix: 'amazonaws.com' };

/**
 * By the beginning of the region's name. The first source has all but `eusc-`, the second that one.
 *
 * @source https://github.com/boto/botocore/blob/3fb20494519ef909c25246d5046a1194a89915da/botocore/data/partitions.json (read 2026-11-24)
 * @source https://github.com/docker/login-action/blob/master/src/aws.ts (read 2026-11-24)
 */
const others: readonly (readonly [string, Partition])[] = [
  ['cn-', { name: 'aws-cn', dnsSuffix: 'amazonaws.com.cn' }],
  ['us-gov-', { name: 'aws-us-gov', dnsSuffix: 'amazonaws.com' }],
  ['eusc-', { name: 'aws-eusc', dnsSuffix: 'amazonaws.eu' }],
  ['us-isob-', { name: 'aws-iso-b', dnsSuffix: 'sc2s.sgov.gov' }],
  ['us-isof-', { name: 'aws-iso-f', dnsSuffix: 'csp.hci.ic.gov' }],
  ['us-iso-', { name: 'aws-iso', dnsSuffix: 'c2s.ic.gov' }],
  ['eu-isoe-', { name: 'aws-iso-e', dnsSuffix: 'cloud.adc-e.uk' }],
];

/**
 * The partition of a region; `aws` for a name that is no region.
 *
 * @example partitionOf('cn-north-1').name // => 'aws-cn'
 */
export function partitionOf(region: string): Partition {
  return others.find(([beginning]) => region.startsWith(beginning))?.[1] ?? usual;
}
