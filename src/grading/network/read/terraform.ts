import type { Files, SourceRange } from '../../core/types.ts';
import type { Choice, Endpoint, GroupRule, Ports, PrefixList, SecurityGroup, Term } from '../document.ts';
import { type HclText, readHcl } from '../hcl/read-body.ts';
import { dependenceOf, itemsOf, textOf, type Value } from '../hcl/value.ts';
import { mergeByName } from './merge-groups.ts';
import { groupOfLoneRule, leftOut, prefixListNamed } from './pieces.ts';
import { readPorts } from './ports.ts';
import {
  type Argument,
  argumentsOf,
  configurationOf,
  type Instance,
  instancesOf,
  type Nested,
  nestedIn,
  surroundingsOf,
} from './terraform-scope.ts';

/** What a configuration creates. */
export interface TerraformParts {
  readonly endpoints: readonly Endpoint[];
  readonly groups: readonly SecurityGroup[];
  readonly prefixLists: readonly PrefixList[];
  /** Where a file stops being HCL. */
  readonly faults: readonly NonNullable<HclText['fault']>[];
}

const firstBlock =
  /^[ \t\ufeff]*(?:(?:resource|data)[ \t]+"[\w-]+"[ \t]+"[\w-]+"|variable[ \t]+"[\w-]+"|locals|terraform|(?:provider|module|output)[ \t]+"[\w-]+")[ \t\r]*\{/m;

/** True for a Terraform configuration: it has a block of one, and does not begin as YAML or JSON does. */
export function isTerraform(text: string): boolean {
  return firstBlock.test(text) && !/^[\s\ufeff]*(?:[[{-]|["']?[\w-]+["']?\s*:)/.test(text);
}

/**
 * The endpoints and groups that a Terraform configuration, of one file or several, creates with its variables' defaults. Rules and associations that stand as
 * resources of their own belong to the group or endpoint that they name.
 *
 * @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint (read 2026-11-24)
 */
export function readTerraform(files: Files): TerraformParts {
  const texts = Object.entries(files).map(([file, text]) => readHcl(text, file));
  const blocks = texts.flatMap(({ body }) => body.blocks);
  const around = surroundingsOf(configurationOf(blocks));
  const resources = blocks.filter(({ type }) => type === 'resource');
  const of = <T>(type: string, read: (instance: Instance) => T): readonly T[] =>
    resources.filter(({ labels }) => labels[0] === type).flatMap((block) => instancesOf(block, around).map(read));
  const groups = [
    ...of('aws_security_group', (instance) => groupOf(instance, [])),
    ...of('aws_default_security_group', (instance) => groupOf(instance, ['default'])),
    ...of('aws_security_group_rule', (instance) => {
      const type = argumentOf(instance)('type');
      return loneRule(instance, textOf(type ?? undefined) === 'egress' ? 'outbound' : 'inbound');
    }),
    ...of('aws_vpc_security_group_ingress_rule', (instance) => loneRule(instance, 'inbound')),
    ...of('aws_vpc_security_group_egress_rule', (instance) => loneRule(instance, 'outbound')),
  ];
  const associations = associationTypes.flatMap(([type, key]) => of(type, (instance) => associationOf(instance, key)));
  return {
    endpoints: associateAll(of('aws_vpc_endpoint', endpointOf), associations),
    groups: mergeByName(groups),
    prefixLists: of('aws_ec2_managed_prefix_list', prefixListOf),
    faults: texts.flatMap(({ fault }) => fault ?? []),
  };
}

function argumentOf({ block, around }: Instance): Argument {
  return argumentsOf(block.body, around);
}

function termOf(value: Value): Term {
  const dependsOn = dependenceOf(value);
  return { text: dependsOn === null ? (textOf(value) ?? '') : '', range: value.range, dependsOn };
}

function termsOf(value: Value | null): readonly Term[] {
  return value === null ? [] : itemsOf(value).map(termOf);
}

function choiceOf<T>(value: Value | null, otherwise: T, read: (text: string) => T): Choice<T> {
  if (value === null) return leftOut(otherwise);
  const { text, range, dependsOn } = termOf(value);
  return { value: dependsOn === null ? read(text) : null, range, dependsOn };
}

/** The provider leaves private DNS off, and takes a missing type for Gateway, as the API does. */
function endpointOf(instance: Instance): Endpoint {
  const { block, address, existsIf } = instance;
  const argument = argumentOf(instance);
  const [groups, subnets] = [argument('security_group_ids'), argument('subnet_ids')];
  const service = argument('service_name');
  const [policy, vpc] = [argument('policy'), argument('vpc_id')];
  return {
    range: block.range,
    id: address,
    service: service === null ? { text: '', range: block.heading, dependsOn: null } : termOf(service),
    type: choiceOf(argument('vpc_endpoint_type'), 'Gateway', (text) => text),
    privateDns: choiceOf(argument('private_dns_enabled'), false, (text) => text === 'true'),
    groups: groups === null ? null : termsOf(groups),
    routeTables: termsOf(argument('route_table_ids')),
    subnets: subnets === null ? null : termsOf(subnets),
    policy: policy === null ? null : termOf(policy),
    vpc: vpc === null ? null : termOf(vpc),
    state: null,
    existsIf,
  };
}

/** A group of Terraform lets nothing out unless a rule says so: the provider removes the rule that AWS puts there. */
function groupOf(instance: Instance, names: readonly string[]): SecurityGroup {
  const { block, address, around } = instance;
  const argument = argumentOf(instance);
  const name = { text: address, range: block.heading, dependsOn: null };
  const own = textOf(argument('name') ?? undefined);
  return {
    defined: true,
    name,
    names: [address, ...names, ...(own === null ? [] : [own])],
    inbound: nestedIn(block.body, 'ingress', around).flatMap((rule) => rulesOf(rule, name)),
    outbound: nestedIn(block.body, 'egress', around).flatMap((rule) => rulesOf(rule, name)),
  };
}

function loneRule(instance: Instance, direction: 'inbound' | 'outbound'): SecurityGroup {
  const argument = argumentOf(instance);
  const group = argument('security_group_id');
  const name = group === null ? { text: '', range: instance.block.heading, dependsOn: null } : termOf(group);
  return groupOfLoneRule(name, rulesOf({ argument, range: instance.block.range }, name), direction);
}

const peerArguments = [
  'cidr_blocks',
  'ipv6_cidr_blocks',
  'prefix_list_ids',
  'security_groups',
  'source_security_group_id',
  'referenced_security_group_id',
  'cidr_ipv4',
  'cidr_ipv6',
  'prefix_list_id',
] as const;

function rulesOf({ argument, range }: Nested, group: Term): readonly GroupRule[] {
  const written = argument('protocol') ?? argument('ip_protocol');
  const protocol = written === null ? null : termOf(written);
  const ports = portsOf(argument);
  const self = argument('self');
  const peers = [
    ...peerArguments.flatMap((name) => termsOf(argument(name))),
    ...(textOf(self ?? undefined) === 'true' && self !== null ? [{ ...group, range: self.range }] : []),
  ];
  return (peers.length === 0 ? [null] : peers).map((peer) => ({ range, protocol, ports, peer }));
}

function portsOf(argument: Argument): Ports {
  const [from, to] = [argument('from_port'), argument('to_port')];
  if (from === null) return { kind: 'missing' };
  const [low, high] = [termOf(from), termOf(to ?? from)];
  const range: SourceRange = { ...low.range, end: Math.max(low.range.end, high.range.end) };
  const dependsOn = low.dependsOn ?? high.dependsOn;
  if (dependsOn !== null) return { kind: 'unknown', dependsOn, range };
  return readPorts(low.text === high.text ? low.text : `${low.text}-${high.text}`, range);
}

function prefixListOf(instance: Instance): PrefixList {
  const entries = nestedIn(instance.block.body, 'entry', instance.around);
  const cidrs = entries.flatMap(({ argument }) => textOf(argument('cidr') ?? undefined) ?? []);
  return { names: [prefixListNamed(instance.address)], cidrs };
}

const associationTypes = [
  ['aws_vpc_endpoint_route_table_association', 'route_table_id'],
  ['aws_vpc_endpoint_security_group_association', 'security_group_id'],
  ['aws_vpc_endpoint_subnet_association', 'subnet_id'],
] as const;

interface Association {
  readonly key: (typeof associationTypes)[number][1];
  readonly endpoint: Term;
  readonly item: Term;
}

function associationOf(instance: Instance, key: Association['key']): Association {
  const argument = argumentOf(instance);
  const missing = { text: '', range: instance.block.heading, dependsOn: null };
  const [endpoint, item] = [argument('vpc_endpoint_id'), argument(key)];
  return {
    key,
    endpoint: endpoint === null ? missing : termOf(endpoint),
    item: item === null ? missing : termOf(item),
  };
}

function associateAll(endpoints: readonly Endpoint[], associations: readonly Association[]): readonly Endpoint[] {
  const byEndpoint = new Map<string, Association[]>();
  for (const association of associations) {
    const same = byEndpoint.get(association.endpoint.text);
    if (same === undefined) byEndpoint.set(association.endpoint.text, [association]);
    else same.push(association);
  }
  return endpoints.map((endpoint) => associate(endpoint, byEndpoint.get(endpoint.id ?? '') ?? []));
}

function associate(endpoint: Endpoint, own: readonly Association[]): Endpoint {
  if (own.length === 0) return endpoint;
  const items = (key: Association['key']) =>
    own.filter((association) => association.key === key).map(({ item }) => item);
  const [groups, subnets] = [items('security_group_id'), items('subnet_id')];
  return {
    ...endpoint,
    routeTables: [...endpoint.routeTables, ...items('route_table_id')],
    groups: groups.length === 0 ? endpoint.groups : [...(endpoint.groups ?? []), ...groups],
    subnets: subnets.length === 0 ? endpoint.subnets : [...(endpoint.subnets ?? []), ...subnets],
  };
}
