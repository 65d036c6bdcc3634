import type { Diagnostic, SourceRange } from '../core/types.ts';
import { coverage } from './cidr.ts';
import { found, quoted } from './diagnostic.ts';
import type { Endpoint, GroupRule } from './document.ts';
import { sources } from './facts/sources.ts';
import { opensHttps, peerKind } from './group-rule.ts';
import type { Network } from './layout.ts';

/**
 * Whether the task's own group lets HTTPS out to an endpoint, or to S3 behind a gateway endpoint, whose addresses stay public.
 * A group without outbound rules in the file lets everything out. Null when it does.
 *
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html (read 2026-11-24)
 */
export function egressFault(service: string, endpoint: Endpoint | null, network: Network): Diagnostic | null {
  const { taskGroup } = network;
  if (taskGroup === undefined || taskGroup.outbound === null) return null;
  const reached = new Set(endpoint?.groups?.flatMap(({ text }) => network.groupNamed(text)?.names ?? []));
  const https = taskGroup.outbound.filter(opensHttps);
  if (https.some((rule) => leadsTo(rule, endpoint === null ? null : reached, network))) return null;
  const range: SourceRange = taskGroup.outbound[0]?.range ?? taskGroup.name.range;
  const params = { group: quoted(taskGroup.name.text), service };
  return found('error', 'network/egress-closed', params, range, sources.groupRules);
}

/**
 * `groups` are the names of the endpoint's groups, null for a service behind a gateway. A destination that depends on something outside
 * the file is taken at its word.
 */
function leadsTo({ peer }: GroupRule, groups: ReadonlySet<string> | null, network: Network): boolean {
  if (peer === null) return false;
  const kind = peerKind(peer);
  if (kind === 'unknown') return true;
  if (groups === null) return kind === 'prefix-list' || /^0\.0\.0\.0\/0$/.test(peer.text);
  if (kind === 'cidr') return coverage(network.scenario.subnet.cidr, [peer.text]) === 'all';
  return kind === 'group' && groups.has(peer.text);
}
