import type { Diagnostic, SourceRange } from '../core/types.ts';
import { closestFault } from './closed-group.ts';
import { found, quoted } from './diagnostic.ts';
import type { Endpoint, SecurityGroup, Term } from './document.ts';
import { sources } from './facts/sources.ts';
import { admitsTaskGroup, dependenceOf, opensHttps, subnetCoverage } from './group-rule.ts';
import { defaultGroup, type Network } from './layout.ts';

/** Whether the security groups of an endpoint let the task in on TCP 443. */
export type Admission =
  | { readonly kind: 'open'; readonly decidedBy: readonly SourceRange[] }
  | { readonly kind: 'not-judged' }
  | { readonly kind: 'unknown'; readonly dependsOn: string; readonly range: SourceRange }
  | { readonly kind: 'closed'; readonly fault: GroupFault };

/** Why the task is not let in. `alreadyFound`: the diagnostic is one that a rule of this domain reports anyway. */
export interface GroupFault {
  readonly diagnostic: Diagnostic;
  readonly alreadyFound: boolean;
  readonly decidedBy: readonly SourceRange[];
}

/**
 * The rules of all groups of an endpoint add up; one that admits the task is enough.
 *
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html (read 2026-11-24)
 */
export function admission(endpoint: Endpoint, network: Network): Admission {
  if (endpoint.groups === null && network.scenario.absentGroups === 'not-judged') return { kind: 'not-judged' };
  const groups = groupsOf(endpoint, network);
  const [first, ...others] = groups;
  if (first === undefined) return byDefaultGroup(endpoint, network);
  const unknown = groups.find(({ dependsOn }) => dependsOn !== null);
  const known = [...new Set(groups.flatMap(({ text }) => network.groupNamed(text) ?? []))];
  const rules = known.flatMap(({ inbound }) => inbound);
  const https = rules.filter(opensHttps);
  const direct = https.filter((rule) => admitsTaskGroup(rule, network));
  if (direct.length > 0) return { kind: 'open', decidedBy: direct.map(({ range }) => range) };
  if (subnetCoverage(https, network) === 'all') return { kind: 'open', decidedBy: https.map(({ range }) => range) };
  if (unknown?.dependsOn) return { kind: 'unknown', dependsOn: unknown.dependsOn, range: unknown.range };
  const open = rules.find((rule) => dependenceOf(rule) !== null);
  if (open !== undefined) return { kind: 'unknown', dependsOn: dependenceOf(open) ?? '', range: open.range };
  return { kind: 'closed', fault: faultOf([first, ...others], known, network) };
}

/** The groups that an endpoint is given; without any, the default group of the VPC where the file describes it. */
function groupsOf({ groups, service: { range } }: Endpoint, network: Network): readonly Term[] {
  if (groups !== null && groups.length > 0) return groups;
  return network.groupNamed(defaultGroup) === undefined ? [] : [{ text: defaultGroup, range, dependsOn: null }];
}

/**
 * The default group as it comes with a VPC: it admits its own members.
 *
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html (read 2026-11-24)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html (read 2026-11-24)
 */
function byDefaultGroup({ service }: Endpoint, network: Network): Admission {
  if (network.isTaskGroup(defaultGroup)) return { kind: 'open', decidedBy: [] };
  const diagnostic = found('error', 'network/default-group', {}, service.range, sources.createEndpoint);
  return { kind: 'closed', fault: { diagnostic, alreadyFound: false, decidedBy: [service.range] } };
}

function faultOf(groups: readonly [Term, ...Term[]], known: readonly SecurityGroup[], network: Network): GroupFault {
  const [first] = groups;
  const missing = groups.find(({ text }) => !network.exists(text));
  if (missing !== undefined && known.length === 0) {
    const params = { group: quoted(missing.text) };
    const diagnostic = found('error', 'network/undefined-group', params, missing.range, sources.createEndpoint);
    return { diagnostic, alreadyFound: true, decidedBy: [missing.range] };
  }
  const inFile = closestFault(known, network);
  if (inFile !== null) return inFile;
  const diagnostic = found(
    'error',
    'network/no-inbound-rule',
    { group: quoted(first.text) },
    first.range,
    sources.ecsEndpoints,
  );
  return { diagnostic, alreadyFound: false, decidedBy: [first.range] };
}
