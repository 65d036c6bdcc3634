import { coverage, parseCidr } from './cidr.ts';
import type { GroupRule, Term } from './document.ts';
import type { Network } from './layout.ts';
import { admitsTcp, isAllProtocols } from './protocol.ts';

/** Services of AWS are called over HTTPS. */
export const httpsPort = 443;

/** What looks like an address or a range of addresses. Names of groups may have colons and slashes, too. */
const addressLike = /^[\d.]*(?:\/.*)?$|^[\da-f:]*:[\da-f:]*(?:\/.*)?$|\/\d*$/i;

/** What a source or destination of a rule is. An address range that is none is `neither`. */
export function peerKind(peer: Term): 'unknown' | 'prefix-list' | 'cidr' | 'group' | 'neither' {
  const text = peer.text.trim();
  if (peer.dependsOn !== null) return 'unknown';
  if (/^pl-/.test(text)) return 'prefix-list';
  if (parseCidr(text) !== null) return 'cidr';
  return addressLike.test(text) ? 'neither' : 'group';
}

/** True when the rule is about TCP on port 443, whoever it admits. */
export function opensHttps({ protocol, ports }: GroupRule): boolean {
  if (protocol === null || protocol.dependsOn !== null || !admitsTcp(protocol.text)) return false;
  if (ports.kind === 'all' || isAllProtocols(protocol.text)) return true;
  return ports.kind === 'span' && ports.from <= httpsPort && httpsPort <= ports.to;
}

/** What a rule depends on that the file does not say; null when it says everything. */
export function dependenceOf({ protocol, ports, peer }: GroupRule): string | null {
  return protocol?.dependsOn ?? (ports.kind === 'unknown' ? ports.dependsOn : null) ?? peer?.dependsOn ?? null;
}

/** True when the source is a group of the task. */
export function admitsTaskGroup({ peer }: GroupRule, network: Network): boolean {
  return peer !== null && peer.dependsOn === null && network.isTaskGroup(peer.text);
}

/** The address ranges that a rule is about: its own, or those of a prefix list whose contents are known. */
export function blocksOf({ peer }: GroupRule, network: Network): readonly string[] {
  if (peer === null) return [];
  const kind = peerKind(peer);
  if (kind === 'cidr') return [peer.text];
  return network.prefixList(peer.text) ?? [];
}

/** How much of the task's subnet the address ranges of some rules hold together. */
export function subnetCoverage(rules: readonly GroupRule[], network: Network): 'all' | 'some' | 'none' {
  const blocks = rules.flatMap((rule) => blocksOf(rule, network));
  return coverage(network.scenario.subnet.cidr, blocks);
}
