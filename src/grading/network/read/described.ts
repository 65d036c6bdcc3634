import { itemsOf, type Tree, textOf, valueAt } from '../../core/yaml/tree.ts';
import type { Choice, Endpoint, GroupRule, Ports, SecurityGroup, Term } from '../document.ts';
import { termOf } from './pieces.ts';
import { readPorts } from './ports.ts';

/** Endpoints as `aws ec2 describe-vpc-endpoints` prints them, whole or cut out by `--query`. */
export function readDescribedEndpoints(tree: Tree): readonly Endpoint[] {
  return recordsUnder(tree, ['VpcEndpoints', 'VpcEndpoint'], 'ServiceName').map(endpointOf);
}

/** Groups as `aws ec2 describe-security-groups` prints them, whole or cut out by `--query`. */
export function readDescribedGroups(tree: Tree): readonly SecurityGroup[] {
  return recordsUnder(tree, ['SecurityGroups'], 'GroupId').map(groupOf);
}

/** True for the output of either command. */
export function isDescribed(tree: Tree): boolean {
  const wrapped = (part: Tree) => ['VpcEndpoints', 'VpcEndpoint', 'SecurityGroups'].some((key) => valueAt(part, key));
  const bare = (part: Tree) => ['ServiceName', 'IpPermissions'].some((key) => valueAt(part, key));
  return wrapped(tree) || (tree.kind === 'list' && tree.items.some((item) => wrapped(item) || bare(item)));
}

function recordsUnder(tree: Tree, keys: readonly string[], mark: string): readonly Tree[] {
  if (tree.kind === 'list') {
    return tree.items.flatMap((item) => (valueAt(item, mark) ? [item] : recordsUnder(item, keys, mark)));
  }
  return keys.flatMap((key) => itemsOf(valueAt(tree, key))).filter(({ kind }) => kind === 'mapping');
}

function endpointOf(record: Tree): Endpoint {
  const groups = valueAt(record, 'Groups');
  const type = valueAt(record, 'VpcEndpointType');
  const privateDns = valueAt(record, 'PrivateDnsEnabled');
  return {
    range: record.range,
    service: termUnder(record, 'ServiceName') ?? { text: '', range: record.range, dependsOn: null },
    type: { value: textOf(type) ?? 'Gateway', range: type?.range ?? null, dependsOn: null },
    privateDns: booleanChoice(privateDns),
    groups:
      groups === undefined ? null : itemsOf(groups).flatMap((group) => firstTerm(group, ['GroupId', 'GroupName'])),
    routeTables: itemsOf(valueAt(record, 'RouteTableIds')).map(termOf),
    vpc: termUnder(record, 'VpcId'),
    state: termUnder(record, 'State'),
    existsIf: null,
  };
}

function booleanChoice(tree: Tree | undefined): Choice<boolean> {
  return { value: textOf(tree)?.toLowerCase() === 'true', range: tree?.range ?? null, dependsOn: null };
}

function groupOf(record: Tree): SecurityGroup {
  const outbound = valueAt(record, 'IpPermissionsEgress');
  const [name] = firstTerm(record, ['GroupId', 'GroupName']);
  return {
    defined: true,
    name: name ?? { text: '', range: record.range, dependsOn: null },
    names: ['GroupId', 'GroupName'].flatMap((key) => textOf(valueAt(record, key)) ?? []),
    inbound: itemsOf(valueAt(record, 'IpPermissions')).flatMap(rulesOf),
    outbound: outbound === undefined ? null : itemsOf(outbound).flatMap(rulesOf),
  };
}

/** Where each kind of peer stands in an `IpPermission`. */
const peers = [
  ['UserIdGroupPairs', ['GroupId', 'GroupName']],
  ['IpRanges', ['CidrIp']],
  ['Ipv6Ranges', ['CidrIpv6']],
  ['PrefixListIds', ['PrefixListId']],
] as const;

function rulesOf(permission: Tree): readonly GroupRule[] {
  const protocol = termUnder(permission, 'IpProtocol');
  const ports = portsOf(permission);
  const found = peers.flatMap(([list, keys]) =>
    itemsOf(valueAt(permission, list)).flatMap((pair) => firstTerm(pair, keys)),
  );
  if (found.length === 0) return [{ range: permission.range, protocol, ports, peer: null }];
  return found.map((peer) => ({ range: permission.range, protocol, ports, peer }));
}

function portsOf(permission: Tree): Ports {
  const [from, to] = [valueAt(permission, 'FromPort'), valueAt(permission, 'ToPort')];
  if (from === undefined) return { kind: 'missing' };
  const [low, high] = [textOf(from) ?? '', textOf(to ?? from) ?? ''];
  return readPorts(low === high ? low : `${low}-${high}`, {
    ...from.range,
    end: Math.max(from.range.end, to?.range.end ?? 0),
  });
}

function firstTerm(record: Tree, keys: readonly string[]): readonly Term[] {
  const term = keys.map((key) => termUnder(record, key)).find((found) => found !== null);
  return term ? [term] : [];
}

function termUnder(record: Tree, key: string): Term | null {
  const value = valueAt(record, key);
  return value === undefined ? null : termOf(value);
}
