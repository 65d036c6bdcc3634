import type { Route, Routing, TableUse, Term } from '../document.ts';
import { textOf, type Value } from '../hcl/value.ts';
import { noTerm } from './pieces.ts';
import { viaOf } from './route-target.ts';
import type { ReadEach } from './terraform.ts';
import { type Instance, type Nested, nestedIn } from './terraform-scope.ts';
import { argumentOf, termOf, termUnder } from './terraform-terms.ts';

const destinations = [
  'destination_cidr_block',
  'cidr_block',
  'destination_ipv6_cidr_block',
  'ipv6_cidr_block',
  'destination_prefix_list_id',
] as const;
const targets = [
  'nat_gateway_id',
  'gateway_id',
  'carrier_gateway_id',
  'core_network_arn',
  'egress_only_gateway_id',
  'local_gateway_id',
  'network_interface_id',
  'odb_network_arn',
  'transit_gateway_id',
  'vpc_endpoint_id',
  'vpc_peering_connection_id',
] as const;

/**
 * What a configuration says of routes: tables with the routes in them, routes and associations as resources of their own, which may also
 * name tables and subnets from outside.
 *
 * @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route_table (read 2026-11-24)
 * @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route_table_association (read 2026-11-24)
 */
export function readRouting(of: ReadEach): Routing {
  const main = of('aws_default_route_table', (instance) => mainUse(instance, tableNamed(instance)));
  const mainByHand = of('aws_main_route_table_association', (instance) =>
    mainUse(instance, termUnder(instance, 'route_table_id')),
  );
  return {
    tables: tableTypes.flatMap((type) => of(type, tableNamed)),
    uses: [...of('aws_route_table_association', useOf), ...mainByHand, ...main],
    routes: [...tableTypes.flatMap((type) => of(type, routesInside)).flat(), ...of('aws_route', loneRoute)],
    subnets: of('aws_subnet', (instance) => ({ name: instance.address, cidr: termUnder(instance, 'cidr_block') })),
  };
}

const tableTypes = ['aws_route_table', 'aws_default_route_table'] as const;

function tableNamed({ address, block }: Instance): Term {
  return { text: address, range: block.heading, dependsOn: null };
}

/** An association with a gateway names no subnet, and so concerns none. */
function useOf(instance: Instance): TableUse {
  const [subnet, table] = [termUnder(instance, 'subnet_id'), termUnder(instance, 'route_table_id')];
  return { range: instance.block.heading, subnet, table, existsIf: instance.existsIf };
}

function mainUse({ block, existsIf }: Instance, table: Term): TableUse {
  return { range: block.heading, subnet: null, table, existsIf };
}

function routesInside(instance: Instance): readonly Route[] {
  const { block, around, existsIf } = instance;
  return nestedIn(block.body, 'route', around).map((route) => routeOf(route, tableNamed(instance), existsIf));
}

function loneRoute(instance: Instance): Route {
  const route = { argument: argumentOf(instance), range: instance.block.heading };
  return routeOf(route, termUnder(instance, 'route_table_id'), instance.existsIf);
}

function routeOf({ argument, range }: Nested, table: Term, existsIf: string | null): Route {
  const first = (keys: readonly string[]) => {
    const found = keys.map((key) => ({ key, value: argument(key) })).find(({ value }) => isWritten(value));
    return found === undefined || found.value === null ? null : { key: found.key, term: termOf(found.value) };
  };
  const through = first(targets);
  const target = through?.term ?? noTerm(range);
  return {
    range,
    table,
    destination: first(destinations)?.term ?? noTerm(range),
    via: viaOf(through?.key ?? '', target.dependsOn ?? target.text),
    target,
    active: true,
    existsIf,
  };
}

/** In the list form of a block every argument has to stand, and those that are not meant are empty. */
function isWritten(value: Value | null): boolean {
  return value !== null && textOf(value) !== '';
}
