import type { Endpoint, Term } from '../document.ts';
import type { ReadEach } from './terraform.ts';
import { termUnder, unlessOpen } from './terraform-terms.ts';

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

/**
 * What stands as a resource of its own and belongs to an endpoint: a route table, a group, a subnet.
 *
 * @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint_route_table_association (read 2026-11-24)
 */
export function readAssociations(of: ReadEach): readonly Association[] {
  return associationTypes.flatMap(([type, key]) =>
    of(type, (instance) => {
      const endpoint = termUnder(instance, 'vpc_endpoint_id');
      return { key, endpoint, item: unlessOpen(termUnder(instance, key), instance) };
    }),
  );
}

/** The endpoints with what is associated with them. */
export function associateAll(
  endpoints: readonly Endpoint[],
  associations: readonly Association[],
): readonly Endpoint[] {
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
