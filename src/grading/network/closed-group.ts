import type { Code } from '../../messages/index.ts';
import type { ParamsArgument } from '../core/diagnostic.ts';
import { hasLookAlikes } from '../core/look-alikes.ts';
import type { Diagnostic, SourceRange } from '../core/types.ts';
import type { GroupFault } from './admission.ts';
import { coverage, parseCidr } from './cidr.ts';
import { found, quoted } from './diagnostic.ts';
import type { GroupRule, SecurityGroup, Term } from './document.ts';
import { sources } from './facts/sources.ts';
import { admitsTaskGroup, httpsPort, opensHttps, peerKind, subnetCoverage } from './group-rule.ts';
import type { Network } from './layout.ts';
import { admitsTcp, isAllProtocols, isProtocol } from './protocol.ts';

/**
 * Why groups that are closed to the task are: the fault of the rule that comes nearest to opening them; where there is no rule, a rule
 * that stands in a wrong place, or the name of the group. Null when no group is in the file.
 */
export function closestFault(groups: readonly SecurityGroup[], network: Network): GroupFault | null {
  const judged = groups.flatMap((group) =>
    group.inbound.map((rule) => ({ rule, faults: faultsOf(rule, group, network) })),
  );
  const nearest = judged.toSorted((a, b) => a.faults.length - b.faults.length)[0];
  const [first] = nearest?.faults ?? [];
  if (nearest !== undefined && first !== undefined) return { ...first, decidedBy: [nearest.rule.range] };
  const [group] = groups;
  if (group === undefined) return null;
  return (
    ruleElsewhere(groups, network) ??
    newFault('network/no-inbound-rule', { group: quoted(group.name.text) }, group.name.range)
  );
}

type Fault = Pick<GroupFault, 'diagnostic' | 'alreadyFound'>;

function newFault<C extends Code>(code: C, params: ParamsArgument<C>, range: SourceRange): GroupFault {
  return { diagnostic: make(code, params, range), alreadyFound: false, decidedBy: [range] };
}

function make<C extends Code>(code: C, params: ParamsArgument<C>, range: SourceRange): Diagnostic {
  return found('error', code, params, range, sources.ecsEndpoints);
}

/** What keeps one rule from admitting the task: protocol, port, source, each at its own place. */
function faultsOf(rule: GroupRule, group: SecurityGroup, network: Network): readonly Fault[] {
  return [protocolFault(rule, network), portFault(rule, network), peerFault(rule, group, network)].filter(
    (fault) => fault !== null,
  );
}

function protocolFault(rule: GroupRule, network: Network): Fault | null {
  const { protocol } = rule;
  if (protocol === null) return incomplete(rule, network);
  if (admitsTcp(protocol.text)) return null;
  const alreadyFound = !isProtocol(protocol.text);
  return {
    diagnostic: make('network/wrong-protocol', { protocol: quoted(protocol.text) }, protocol.range),
    alreadyFound,
  };
}

function portFault(rule: GroupRule, network: Network): Fault | null {
  const { protocol, ports } = rule;
  if (ports.kind === 'all' || ports.kind === 'unknown' || (protocol !== null && isAllProtocols(protocol.text)))
    return null;
  if (ports.kind === 'missing') return incomplete(rule, network);
  if (ports.kind === 'unread') return { diagnostic: unreadPort(ports.text, ports.range), alreadyFound: true };
  if (ports.kind === 'span' && ports.from <= httpsPort && httpsPort <= ports.to) return null;
  return newFault('network/wrong-port', {}, ports.range);
}

function unreadPort(text: string, range: SourceRange): Diagnostic {
  return hasLookAlikes(text) ? lookAlike(text, range) : make('network/bad-port', { port: quoted(text) }, range);
}

function lookAlike(text: string, range: SourceRange): Diagnostic {
  return make('network/full-width-characters', { written: quoted(text) }, range);
}

/** A part that is missing; the schema of the long form reports it, too. */
function incomplete(rule: GroupRule, { document }: Network): Fault {
  return { diagnostic: make('network/incomplete-rule', {}, spotOf(rule)), alreadyFound: document.format === 'long' };
}

function peerFault(rule: GroupRule, group: SecurityGroup, network: Network): Fault | null {
  const { peer } = rule;
  if (peer === null) return incomplete(rule, network);
  const { text } = peer;
  if (hasLookAlikes(text)) return { diagnostic: lookAlike(text, peer.range), alreadyFound: true };
  const kind = peerKind(peer);
  if (kind === 'unknown' || network.isTaskGroup(text)) return null;
  if (kind === 'prefix-list') return listFault(peer, network);
  if (kind === 'neither')
    return { diagnostic: make('network/bad-source', { peer: quoted(text) }, peer.range), alreadyFound: true };
  return kind === 'cidr' ? blockFault(peer, network) : groupFault(peer, group, network);
}

function groupFault(peer: Term, group: SecurityGroup, { document, exists }: Network): Fault {
  const undefinedHere = document.format === 'long' || document.unresolved.has(peer.text);
  if (undefinedHere && !exists(peer.text)) {
    return {
      diagnostic: make('network/undefined-group', { group: quoted(peer.text) }, peer.range),
      alreadyFound: true,
    };
  }
  const code = group.names.includes(peer.text) ? 'network/own-group-as-source' : 'network/other-group-as-source';
  return newFault(code, { group: quoted(peer.text) }, peer.range);
}

function listFault(peer: Term, network: Network): Fault | null {
  const blocks = network.prefixList(peer.text);
  const code = blocks === undefined ? 'network/undefined-prefix-list' : 'network/prefix-list-elsewhere';
  if (blocks !== undefined && coverage(network.scenario.subnet.cidr, blocks) === 'all') return null;
  return newFault(code, { list: quoted(peer.text) }, peer.range);
}

function blockFault(peer: Term, network: Network): Fault | null {
  const subnet = network.scenario.subnet.cidr;
  if (parseCidr(peer.text) === 'ipv6') return newFault('network/ipv6-source', { cidr: quoted(peer.text) }, peer.range);
  const covered = coverage(subnet, [peer.text]);
  if (covered === 'all') return null;
  const code = covered === 'some' ? 'network/cidr-too-small' : 'network/cidr-elsewhere';
  return newFault(code, { cidr: quoted(peer.text), subnet }, peer.range);
}

/** The rule that the learner put under outbound, or into the task's own group, instead. */
function ruleElsewhere(groups: readonly SecurityGroup[], network: Network): GroupFault | null {
  for (const { outbound, name } of groups) {
    const rule = outbound?.find((candidate) => opensHttps(candidate) && isAboutTask(candidate, network));
    if (rule) return newFault('network/rule-under-outbound', { group: quoted(name.text) }, spotOf(rule));
  }
  const rule = network.taskGroup?.inbound.find(opensHttps);
  if (rule === undefined || network.taskGroup === undefined) return null;
  return newFault('network/rule-on-task-group', { group: quoted(network.taskGroup.name.text) }, spotOf(rule));
}

/** A rule that is longer than this spreads over many lines; then a part of it is underlined. */
const longestUnderline = 120;

function spotOf({ range, peer, protocol }: GroupRule): SourceRange {
  return range.end - range.start <= longestUnderline ? range : (peer?.range ?? protocol?.range ?? range);
}

/** True when a rule names the task rather than everybody, as the outbound rule of every new group does. */
function isAboutTask(rule: GroupRule, network: Network): boolean {
  if (admitsTaskGroup(rule, network)) return true;
  return rule.peer !== null && !/^0\.0\.0\.0\/0$/.test(rule.peer.text) && subnetCoverage([rule], network) !== 'none';
}
