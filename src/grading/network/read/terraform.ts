import type { Files } from '../../core/types.ts';
import type { Choice, Endpoint, GroupRule, PrefixList, Routing, SecurityGroup, Term } from '../document.ts';
import { type HclText, readHcl } from '../hcl/read-body.ts';
import { textOf, type Value } from '../hcl/value.ts';
import { mergeByName } from './merge-groups.ts';
import { groupOfLoneRule, leftOut, prefixListNamed } from './pieces.ts';
import { readPortsBetween } from './ports.ts';
import { associateAll, readAssociations } from './terraform-associations.ts';
import { readRouting } from './terraform-routes.ts';
import {
  configurationOf,
  type Instance,
  instancesOf,
  type Nested,
  nestedIn,
  surroundingsOf,
} from './terraform-scope.ts';
import { argumentOf, termOf, termsOf, termUnder, unlessOpen } from './terraform-terms.ts';

/** What a configuration creates. */
export interface TerraformParts {
  readonly endpoints: readonly Endpoint[];
  readonly groups: readonly SecurityGroup[];
  readonly prefixLists: readonly PrefixList[];
  readonly routing: Routing;
  /** Where a file stops being HCL. */
  readonly faults: readonly NonNullable<HclText['fault']>[];
}

/** Reads each resource of a type, as often as `count` or `for_each` make it. */
export type ReadEach = <T>(type: string, read: (instance: Instance) => T) => readonly T[];

const firstBlock =
  /^[ \t\ufeff]*(?:(?:resource|data)[ \t]+"[\w-]+"[ \t]+"[\w-]+"|variable[ \t]+"[\w-]+"|locals|terraform|(?:provider|module|output)[ \t]+"[\w-]+")[ \t\r]*\{/m;

/** True for a Terraform configuration: it has a block of one, and does not begin as YAML or JSON does. */
export function isTerraform(text: string): boolean {
  return firstBlock.test(text) && !/^[\s\ufeff]*(?:[[{-]|["']?[\w-]+["']?\s*:)/.test(text);
}

/**
 * The endpoints, groups and routes that a Terraform configuration, of one file or several, creates with its variables' defaults. Rules and associations that stand as
 * resources of their own belong to the group or endpoint that they name.
 *
 * @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint (read 2026-11-24)
 */
export function readTerraform(files: Files): TerraformParts {
  const texts = Object.entries(files).map(([file, text]) => readHcl(text, file));
  const blocks = texts.flatMap(({ body }) => body.blocks);
  const around = surroundingsOf(configurationOf(blocks));
  const resources = blocks.filter(({ type }) => type === 'resource');
  const of: ReadEach = (type, read) =>
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
  return {
    endpoints: associateAll(of('aws_vpc_endpoint', endpointOf), readAssociations(of)),
    groups: mergeByName(groups),
    routing: readRouting(of),
    prefixLists: of('aws_ec2_managed_prefix_list', prefixListOf),
    faults: texts.flatMap(({ fault }) => fault ?? []),
  };
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
  const [policy, vpc] = [argument('policy'), argument('vpc_id')];
  return {
    range: block.range,
    id: address,
    service: termUnder(instance, 'service_name'),
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
  const name = termUnder(instance, 'security_group_id');
  const rules = rulesOf({ argument: argumentOf(instance), range: instance.block.range }, name);
  const certain = rules.map((rule) => (rule.peer === null ? rule : { ...rule, peer: unlessOpen(rule.peer, instance) }));
  return groupOfLoneRule(name, certain, direction);
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
  const term = (name: string): Term | null => {
    const value = argument(name);
    return value === null ? null : termOf(value);
  };
  const protocol = term('protocol') ?? term('ip_protocol');
  const ports = readPortsBetween(term('from_port'), term('to_port'), protocol);
  const self = argument('self');
  const peers = [
    ...peerArguments.flatMap((name) => termsOf(argument(name))),
    ...(textOf(self ?? undefined) === 'true' && self !== null ? [{ ...group, range: self.range }] : []),
  ];
  return (peers.length === 0 ? [null] : peers).map((peer) => ({ range, protocol, ports, peer }));
}

function prefixListOf(instance: Instance): PrefixList {
  const entries = nestedIn(instance.block.body, 'entry', instance.around);
  const cidrs = entries.flatMap(({ argument }) => textOf(argument('cidr') ?? undefined) ?? []);
  return { names: [prefixListNamed(instance.address)], cidrs };
}
