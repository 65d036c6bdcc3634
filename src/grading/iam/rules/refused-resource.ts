import { message } from '../../../messages/index.ts';
import { arnPartsOf } from '../arn.ts';
import { findService } from '../catalogue.ts';
import { partitions } from '../facts/partitions.ts';
import { iamGuide } from '../facts/sources.ts';
import { hasWildcard } from '../glob.ts';
import { policyRule } from './policy-rule.ts';

/** A resource that IAM does not save: no ARN, one without a service, of an unknown partition, or with a Region that it cannot have. */
export const refusedResource = policyRule({
  code: 'iam/refused-resource',
  severity: 'error',
  refuses: true,
  types: ['identity', 'resource'],
  source: iamGuide('reference_policies_elements_resource'),
  *find({ statements, version }) {
    for (const { resource } of statements) {
      for (const { node, value } of resource?.entries ?? []) {
        const said = refusalOf(value, version === '2012-10-17');
        if (said !== null) yield { at: node, message: message('iam/refused-resource', { resource: value, said }) };
      }
    }
  },
});

/** What IAM says of a resource that it does not save; null for one that it does. */
function refusalOf(text: string, withVariables: boolean): string | null {
  if (text === '*') return null;
  const parts = arnPartsOf(text, withVariables);
  const [arn, partition = '', service, region = '', , resource = ''] = parts;
  if (arn !== 'arn' || parts.length < 2) return `Resource ${text} must be in ARN format or "*".`;
  if (parts.length < 6 && text.includes('::')) return 'The policy failed legacy parsing';
  if (!hasWildcard(partition) && !partitions.includes(partition.toLowerCase())) {
    return `Partition "${partition}" is not valid for resource "${text}".`;
  }
  if (service === undefined || service === '' || hasWildcard(service)) {
    return 'Resource vendor must be fully qualified and cannot contain regexes.';
  }
  if (parts.length < 6) return null;
  if (service === 's3' && region !== '' && !isRegionalInS3(resource)) {
    return `Resource ${text} can not contain region information.`;
  }
  return service === 'iam' ? refusalOfIam(text, region, resource) : null;
}

/** Access points and a few more kinds of S3 have a Region, buckets and objects have none. A wildcard may mean one of these. */
function isRegionalInS3(resource: string): boolean {
  const words = [...(findService('s3')?.arnFormats.values() ?? [])].flatMap((format) => {
    const [, , , region = '', , name = ''] = format.split(':');
    return region === '' ? [] : [name.split('/', 1)[0] ?? ''];
  });
  return /^[*?]/.test(resource) || words.includes(resource.split(/[/:]/, 1)[0] ?? '');
}

/** How the resources of IAM begin, as it lists them itself when it refuses another. `root` it takes besides. */
const iamKinds = [
  ...['user', 'federated-user', 'role', 'group', 'instance-profile', 'mfa', 'server-certificate', 'policy', 'sms-mfa'],
  ...['saml-provider', 'oidc-provider', 'report', 'access-report'],
];

function refusalOfIam(text: string, region: string, resource: string): string | null {
  if (region !== '') return `IAM resource ${text} cannot contain region information.`;
  const isKnown = resource === '*' || resource === 'root' || iamKinds.some((kind) => resource.startsWith(`${kind}/`));
  return isKnown
    ? null
    : `IAM resource path must either be "*" or start with ${iamKinds.map((kind) => `${kind}/`).join(', ')}.`;
}
