import { type Tree, textOf, valueAt } from '../../core/yaml/tree.ts';
import type { Route, Routing, Term } from '../document.ts';
import { noTerm } from './pieces.ts';
import { viaOf } from './route-target.ts';
import { type Properties, termUnder } from './template-properties.ts';

const destinations = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'] as const;
const targets = [
  'NatGatewayId',
  'GatewayId',
  'CarrierGatewayId',
  'CoreNetworkArn',
  'EgressOnlyInternetGatewayId',
  'InstanceId',
  'LocalGatewayId',
  'NetworkInterfaceId',
  'OdbNetworkArn',
  'TransitGatewayId',
  'VpcEndpointId',
  'VpcPeeringConnectionId',
] as const;

/**
 * What a resource of a template says of routes. A table, and a subnet, is called by its logical id; a route and an association may name
 * those of outside the template, too.
 *
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html (read 2026-11-24)
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnetroutetableassociation.html (read 2026-11-24)
 */
export function readRouting(type: string, properties: Properties, existsIf: string | null): Routing {
  const { name } = properties;
  const term = (key: string): Term => termUnder(properties, key) ?? noTerm(name.range);
  const routing: Routing = { tables: [], uses: [], routes: [], subnets: [] };
  if (type === 'AWS::EC2::RouteTable') return { ...routing, tables: [name] };
  if (type === 'AWS::EC2::Subnet') return { ...routing, subnets: [{ name: name.text, cidr: term('CidrBlock') }] };
  if (type === 'AWS::EC2::Route') return { ...routing, routes: [routeOf(properties, existsIf)] };
  if (type !== 'AWS::EC2::SubnetRouteTableAssociation') return routing;
  const use = { range: name.range, subnet: term('SubnetId'), table: term('RouteTableId'), existsIf };
  return { ...routing, uses: [use] };
}

function routeOf(properties: Properties, existsIf: string | null): Route {
  const { range } = properties.name;
  const first = (keys: readonly string[]) =>
    keys.map((key) => ({ key, term: termUnder(properties, key) })).find(({ term }) => term !== null);
  const through = first(targets);
  const target = through?.term ?? noTerm(range);
  return {
    range,
    table: termUnder(properties, 'RouteTableId') ?? noTerm(range),
    destination: first(destinations)?.term ?? noTerm(range),
    via: viaOf(through?.key ?? '', typeOfResource(target.text, properties) ?? target.text),
    target,
    active: true,
    existsIf,
  };
}

function typeOfResource(name: string, { scope }: Properties): string | null {
  const resource: Tree | undefined = scope.find('Resources', name);
  return resource === undefined ? null : textOf(valueAt(resource, 'Type'));
}
