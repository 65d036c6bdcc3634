import { absence } from './absence.ts';
import { type Connection, closedBy, depends, reached } from './connection.ts';
import { found, quoted } from './diagnostic.ts';
import type { Endpoint } from './document.ts';
import { sources } from './facts/sources.ts';
import type { Network } from './layout.ts';
import { tableOfSubnet } from './way-out.ts';

/**
 * Whether an endpoint of S3 or DynamoDB puts a route to the service into the route table of the task's subnet.
 *
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html (read 2026-11-24)
 */
export function routeBy(endpoint: Endpoint, service: string, network: Network): Connection {
  const { type, routeTables, existsIf } = endpoint;
  const table = tableOfSubnet(network);
  const needed = table?.id ?? network.scenario.subnet.routeTable;
  const dependsOn = existsIf ?? type.dependsOn;
  if (dependsOn !== null) return depends(service, dependsOn, endpoint.service.range);
  if (type.value !== 'Gateway') return throughInterface(endpoint, service);
  const fault = absence(endpoint, network);
  if (fault !== null) return closedBy(fault, 'public');
  const match = routeTables.find(({ text }) => text === needed);
  if (match)
    return reached('network/reached-by-gateway', service, 'public', [endpoint.service.range, match.range], endpoint);
  const route = table?.routes.find(({ target, active }) => active && endpoint.id !== null && target === endpoint.id);
  if (route)
    return reached('network/reached-by-gateway', service, 'public', [endpoint.service.range, route.range], endpoint);
  return withoutRoute(endpoint, service, needed);
}

function withoutRoute({ routeTables, service: { range } }: Endpoint, service: string, needed: string): Connection {
  const open = routeTables.find((table) => table.dependsOn !== null);
  if (open?.dependsOn) return depends(service, open.dependsOn, open.range);
  const [other] = routeTables;
  if (other === undefined)
    return closedBy(found('error', 'network/no-route-table', {}, range, sources.ecrEndpoints), 'public');
  const params = { table: quoted(other.text), needed };
  return closedBy(found('error', 'network/other-route-table', params, other.range, sources.ecrEndpoints), 'public');
}

/** AWS documents the gateway alone for ECR's layers; what an interface endpoint of S3 would do is left open. */
function throughInterface({ type, service: { range } }: Endpoint, service: string): Connection {
  const fault = found('error', 'network/s3-interface', {}, type.range ?? range, sources.ecrEndpoints);
  return { ...depends(service, service, range), message: fault.message, faults: [fault] };
}
