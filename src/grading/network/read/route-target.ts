import type { Via } from '../document.ts';

/**
 * What a route leads to, by the key that names the target (`NatGatewayId`, `nat_gateway_id`) and what is known of it: its id, or the type
 * of the resource that it is. A route that is described as one to `vpce-…` was made by a gateway endpoint; none can be written, for the
 * endpoints that a route may name are those of load balancers.
 *
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html (read 2026-11-24)
 */
export function viaOf(key: string, target: string): Via {
  const kind = key.replaceAll('_', '').toLowerCase();
  if (kind === 'natgatewayid') return 'nat';
  if (kind !== 'gatewayid') return 'elsewhere';
  if (target === 'local') return 'inside';
  if (target.startsWith('vpce-')) return 'endpoint';
  return /^(?:igw-|AWS::EC2::InternetGateway$|(?:data\.)?aws_internet_gateway\.)/.test(target)
    ? 'internet'
    : 'elsewhere';
}
