import { itemsOf, plainValue, type Tree, textOf, valueAt } from '../../core/yaml/tree.ts';
import {
  type Choice,
  type Endpoint,
  type GroupRule,
  joinRouting,
  type Routing,
  type SecurityGroup,
  type Term,
} from '../document.ts';
import { routingOf } from './described-routes.ts';
import { termOf } from './pieces.ts';
import { readPortsBetween } from './ports.ts';

/** Endpoints as `aws ec2 describe-vpc-endpoints` prints them, whole or cut out by `--query`. */
export function readDescribedEndpoints(tree: Tree): readonly Endpoint[] {
  return recordsUnder(tree, ['VpcEndpoints', 'VpcEndpoint'], 'ServiceName').map(endpointOf);
}

/** Groups as `aws ec2 describe-security-groups` prints them, whole or cut out by `--query`. */
export function readDescribedGroups(tree: Tree): readonly SecurityGroup[] {
  return recordsUnder(tree, ['SecurityGroups'], 'GroupId').map(groupOf);
}

/** Route tables as `aws ec2 describe-route-tables` prints them, whole or cut out by `--query`. */
export function readDescribedRouting(tree: Tree): Routing {
  return joinRouting(recordsUnder(tree, ['RouteTables'], 'RouteTableId').map(routingOf));
}

/** True for the output of one of these commands. */
export function isDescribed(tree: Tree): boolean {
  const lists = ['VpcEndpoints', 'VpcEndpoint', 'SecurityGroups', 'RouteTables'];
  const wrapped = (part: Tree) => lists.some((key) => valueAt(part, key));
  const bare = (part: Tree) => ['ServiceName', 'IpPermissions', 'Routes'].some((key) => valueAt(part, key));
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
  const subnets = valueAt(record, 'SubnetIds');
  return {
    range: record.range,
    service: termUnder(record, 'ServiceName') ?? { text: '', range: record.range, dependsOn: null },
    type: { value: textOf(type) ?? 'Gateway', range: type?.range ?? null, dependsOn: null },
    privateDns: booleanChoice(privateDns),
    groups:
      groups === undefined ? null : itemsOf(groups).flatMap((group) => firstTerm(group, ['GroupId', 'GroupName'])),
    id: textOf(valueAt(record, 'VpcEndpointId')),
    routeTables: itemsOf(valueAt(record, 'RouteTableIds')).map(termOf),
    subnets: subnets === undefined ? null : itemsOf(subnets).map(termOf),
    policy: policyUnder(record),
    vpc: termUnder(record, 'VpcId'),
    state: termUnder(record, 'State'),
    existsIf: null,
  };
}

/** The command prints the policy as a text; a tool in between may have made an object of it. */
function policyUnder(record: Tree): Term | null {
  const policy = valueAt(record, 'PolicyDocument');
  if (policy === undefined) return null;
  return policy.kind === 'leaf' ? termOf(policy) : { ...termOf(policy), text: JSON.stringify(plainValue(policy)) };
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
  const ports = readPortsBetween(termUnder(permission, 'FromPort'), termUnder(permission, 'ToPort'), protocol);
  const found = peers.flatMap(([list, keys]) =>
    itemsOf(valueAt(permission, list)).flatMap((pair) => firstTerm(pair, keys)),
  );
  if (found.length === 0) return [{ range: permission.range, protocol, ports, peer: null }];
  return found.map((peer) => ({ range: permission.range, protocol, ports, peer }));
}

function firstTerm(record: Tree, keys: readonly string[]): readonly Term[] {
  const term = keys.map((key) => termUnder(record, key)).find((found) => found !== null);
  return term ? [term] : [];
}

function termUnder(record: Tree, key: string): Term | null {
  const value = valueAt(record, key);
  return value === undefined ? null : termOf(value);
}
