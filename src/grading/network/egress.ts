import type { Diagnostic, SourceRange } from '../core/types.ts';
import { coverage } from './cidr.ts';
import { found, quoted } from './diagnostic.ts';
import type { Endpoint, GroupRule } from './document.ts';
import { sources } from './facts/sources.ts';
import { blocksOf, dependenceOf, opensHttps, peerKind } from './group-rule.ts';
import { defaultGroup, type Network } from './layout.ts';

/** Whether the task's own group lets a connection out. */
export type Egress =
  | { readonly kind: 'open' }
  | { readonly kind: 'unknown'; readonly dependsOn: string; readonly range: SourceRange }
  | { readonly kind: 'closed'; readonly fault: Diagnostic };

const everywhere = '0.0.0.0/0';

/**
 * Whether the task's own group lets HTTPS out to an endpoint, or, with `endpoint` null, to public addresses: those of S3 stay public
 * behind a gateway endpoint. A group that the file does not define, or without outbound rules there, lets everything out. Address ranges add up.
 *
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html (read 2026-11-24)
 */
export function egress(service: string, endpoint: Endpoint | null, network: Network): Egress {
  const { taskGroup } = network;
  if (!taskGroup?.defined || taskGroup.outbound === null) return { kind: 'open' };
  const https = taskGroup.outbound.filter(opensHttps);
  if (leadsThere(https, endpoint, network)) return { kind: 'open' };
  const open = taskGroup.outbound.find((rule) => dependenceOf(rule) !== null);
  if (open !== undefined) return { kind: 'unknown', dependsOn: dependenceOf(open) ?? '', range: open.range };
  const range: SourceRange = taskGroup.outbound[0]?.range ?? taskGroup.name.range;
  const params = { group: quoted(taskGroup.name.text), service };
  return { kind: 'closed', fault: found('error', 'network/egress-closed', params, range, sources.groupRules) };
}

function leadsThere(https: readonly GroupRule[], endpoint: Endpoint | null, network: Network): boolean {
  const target = endpoint === null ? everywhere : network.scenario.subnet.cidr;
  if (
    coverage(
      target,
      https.flatMap((rule) => blocksOf(rule, network)),
    ) === 'all'
  )
    return true;
  if (endpoint === null) return https.some(({ peer }) => peer !== null && peerKind(peer) === 'prefix-list');
  const names = endpoint.groups?.map(({ text }) => text) ?? [defaultGroup];
  const groups = new Set(names.flatMap((name) => network.groupNamed(name)?.names ?? [name]));
  return https.some(({ peer }) => peer !== null && peerKind(peer) === 'group' && groups.has(peer.text));
}
