import type { SourceRange } from '../../core/types.ts';
import { type Entry, itemsOf, type Tree, textOf, valueAt } from '../../core/yaml/tree.ts';
import {
  type Choice,
  type Endpoint,
  type GroupRule,
  joinRouting,
  type PrefixList,
  type Routing,
  type SecurityGroup,
  type Term,
} from '../document.ts';
import { mergeByName } from './merge-groups.ts';
import { groupOfLoneRule, leftOut, prefixListNamed } from './pieces.ts';
import { readPortsBetween } from './ports.ts';
import { existence, type Properties, propertiesOf, termsUnder, termUnder } from './template-properties.ts';
import { readRouting } from './template-routes.ts';
import { type Scope, scopeOf } from './template-scope.ts';
import { branchesOf, plainlyEvaluated } from './template-values.ts';

/** A name that a template refers to and does not define. */
export interface Unresolved {
  readonly name: string;
  readonly range: SourceRange;
}

/** What a template creates, and the names in it that lead nowhere. */
export interface TemplateParts {
  readonly endpoints: readonly Endpoint[];
  readonly groups: readonly SecurityGroup[];
  readonly prefixLists: readonly PrefixList[];
  readonly routing: Routing;
  readonly unresolved: readonly Unresolved[];
  /** The function with which the template comes to more than is read; null for any real template. */
  readonly exceededAt: SourceRange | null;
}

/** True for a CloudFormation template. */
export function isTemplate(tree: Tree): boolean {
  return valueAt(tree, 'Resources') !== undefined || valueAt(tree, 'AWSTemplateFormatVersion') !== undefined;
}

/**
 * The endpoints, groups and routes that a CloudFormation template creates with its parameters' defaults. A rule that stands as a resource of
 * its own belongs to the group that it names, also to one from outside the template.
 *
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html (read 2026-11-24)
 */
export function readTemplate(template: Tree): TemplateParts {
  const unresolved: Unresolved[] = [];
  const scope = scopeOf(template, (name, range) => unresolved.push({ name, range }));
  const endpoints: Endpoint[] = [];
  const groups: SecurityGroup[] = [];
  const prefixLists: PrefixList[] = [];
  const routing: Routing[] = [];
  const resources = valueAt(template, 'Resources');
  for (const entry of resources?.kind === 'mapping' ? resources.entries : []) {
    if (makesEndpoints(entry)) endpoints.push(openEndpoint(propertiesOf(entry, scope)));
    const existsIf = existence(entry.value, scope);
    if (existsIf === false) continue;
    const properties = propertiesOf(entry, scope);
    const type = textOf(valueAt(entry.value, 'Type'));
    if (type === 'AWS::EC2::VPCEndpoint') endpoints.push(endpointOf(properties, existsIf));
    if (type === 'AWS::EC2::PrefixList') prefixLists.push(prefixListOf(properties));
    if (type === 'AWS::EC2::SecurityGroup') groups.push(groupOf(properties));
    if (type === 'AWS::EC2::SecurityGroupIngress') groups.push(loneRule(properties, 'inbound', existsIf));
    if (type === 'AWS::EC2::SecurityGroupEgress') groups.push(loneRule(properties, 'outbound', existsIf));
    routing.push(readRouting(type ?? '', properties, existsIf));
  }
  const { exceededAt } = scope.allowance;
  return { endpoints, prefixLists, groups: mergeByName(groups), routing: joinRouting(routing), unresolved, exceededAt };
}

/** The rules under a key, each with its own properties. */
function rulesUnder({ tree, scope }: Properties, key: string): readonly GroupRule[] | null {
  const written = valueAt(tree, key);
  if (written === undefined) return null;
  return branchesOf(written, scope).flatMap((branch) => {
    if (typeof branch === 'string') return [ruleThatDependsOn(branch, written.range)];
    return itemsOf(branch).flatMap((item) => rulesIn(item, scope));
  });
}

function rulesIn(item: Tree, scope: Scope): readonly GroupRule[] {
  return branchesOf(item, scope).flatMap((branch) => {
    if (typeof branch === 'string') return [ruleThatDependsOn(branch, item.range)];
    const name = { text: '', range: branch.range, dependsOn: null };
    return ruleOf({ name, range: branch.range, tree: branch, scope });
  });
}

/** A rule of which nothing is known but the parameter or condition that decides on it. */
function ruleThatDependsOn(dependsOn: string, range: SourceRange): GroupRule {
  const unknown = { text: '', range, dependsOn };
  return { range, protocol: unknown, ports: { kind: 'unknown', dependsOn, range }, peer: unknown };
}

/** A missing type is Gateway, as the API has it; a missing `PrivateDnsEnabled` is taken for false. */
function endpointOf(properties: Properties, existsIf: string | null): Endpoint {
  const type = termUnder(properties, 'VpcEndpointType');
  return {
    range: properties.range,
    id: properties.name.text,
    service: termUnder(properties, 'ServiceName') ?? { text: '', range: properties.name.range, dependsOn: null },
    type:
      type === null
        ? leftOut('Gateway')
        : { value: type.dependsOn === null ? type.text : null, range: type.range, dependsOn: type.dependsOn },
    privateDns: booleanChoice(termUnder(properties, 'PrivateDnsEnabled')),
    groups: termsUnder(properties, 'SecurityGroupIds'),
    routeTables: termsUnder(properties, 'RouteTableIds') ?? [],
    subnets: termsUnder(properties, 'SubnetIds'),
    policy: policyUnder(properties),
    vpc: termUnder(properties, 'VpcId'),
    state: null,
    existsIf,
  };
}

/**
 * True for a loop over endpoints. It is not unrolled here: what it makes is open, and no call is refused for want of it.
 *
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html (read 2026-11-24)
 */
function makesEndpoints({ key, value }: Entry): boolean {
  if (!textOf(key)?.startsWith('Fn::ForEach::')) return false;
  const made = itemsOf(value).flatMap((part) => (part.kind === 'mapping' ? part.entries : []));
  return made.some((resource) => textOf(valueAt(resource.value, 'Type')) === 'AWS::EC2::VPCEndpoint');
}

function openEndpoint(loop: Properties): Endpoint {
  const { text, range } = loop.name;
  return { ...endpointOf(loop, text), range, service: { text: '', range, dependsOn: text } };
}

/** A policy is an object with functions in it, or its JSON as a text. One with a function that has no value here depends on it. */
function policyUnder({ tree, scope }: Properties): Term | null {
  const written = valueAt(tree, 'PolicyDocument');
  if (written === undefined) return null;
  const { value, dependsOn } = plainlyEvaluated(written, scope);
  if (dependsOn !== null) return { text: '', range: written.range, dependsOn };
  return { text: typeof value === 'string' ? value : JSON.stringify(value ?? null), range: written.range, dependsOn };
}

function booleanChoice(term: Term | null): Choice<boolean> {
  if (term === null) return leftOut(false);
  if (term.dependsOn !== null) return { value: null, range: term.range, dependsOn: term.dependsOn };
  return { value: term.text.toLowerCase() === 'true', range: term.range, dependsOn: null };
}

function prefixListOf({ name, tree }: Properties): PrefixList {
  const entries = itemsOf(valueAt(tree, 'Entries'));
  return {
    names: [prefixListNamed(name.text)],
    cidrs: entries.flatMap((entry) => textOf(valueAt(entry, 'Cidr')) ?? []),
  };
}

function groupOf(properties: Properties): SecurityGroup {
  const groupName = termUnder(properties, 'GroupName')?.text;
  const outbound = rulesUnder(properties, 'SecurityGroupEgress');
  return {
    defined: true,
    name: properties.name,
    names: groupName ? [properties.name.text, groupName] : [properties.name.text],
    inbound: rulesUnder(properties, 'SecurityGroupIngress') ?? [],
    outbound: outbound === null || outbound.length === 0 ? null : outbound,
  };
}

function loneRule(properties: Properties, direction: 'inbound' | 'outbound', existsIf: string | null): SecurityGroup {
  const name = termUnder(properties, 'GroupId') ??
    termUnder(properties, 'GroupName') ?? { ...properties.name, text: '' };
  const rules = existsIf === null ? ruleOf(properties) : [ruleThatDependsOn(existsIf, properties.name.range)];
  return groupOfLoneRule(name, rules, direction);
}

const peerKeys = [
  'SourceSecurityGroupId',
  'SourceSecurityGroupName',
  'CidrIp',
  'CidrIpv6',
  'SourcePrefixListId',
  'DestinationSecurityGroupId',
  'DestinationPrefixListId',
] as const;

function peerUnder(properties: Properties, key: (typeof peerKeys)[number]): Term | null {
  const term = termUnder(properties, key);
  if (term === null || term.dependsOn !== null || !key.endsWith('PrefixListId')) return term;
  return { ...term, text: prefixListNamed(term.text) };
}

function ruleOf(properties: Properties): readonly GroupRule[] {
  const protocol = termUnder(properties, 'IpProtocol');
  const ports = readPortsBetween(termUnder(properties, 'FromPort'), termUnder(properties, 'ToPort'), protocol);
  const peers = peerKeys.flatMap((key) => peerUnder(properties, key) ?? []);
  const found = peers.length === 0 ? [null] : peers;
  return found.map((peer) => ({ range: properties.range, protocol, ports, peer }));
}
