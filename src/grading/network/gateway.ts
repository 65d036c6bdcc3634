import type { Diagnostic } from '../core/types.ts';
import { absence } from './absence.ts';
import { type Connection, closedBy, depends, reached } from './connection.ts';
import { found, quoted } from './diagnostic.ts';
import type { Endpoint, Term } from './document.ts';
import { sources } from './facts/sources.ts';
import type { Network } from './layout.ts';

/**
 * Whether an endpoint of S3 or DynamoDB puts a route to the service into the route table of the task's subnet.
 *
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html (read 2026-11-24)
 */
export function routeBy(endpoint: Endpoint, service: string, network: Network): Connection {
  const { type, routeTables, existsIf } = endpoint;
  const { table } = network;
  const dependsOn = existsIf ?? type.dependsOn;
  if (dependsOn !== null) return depends(service, dependsOn, endpoint.service.range);
  if (type.value !== 'Gateway') return throughInterface(endpoint, service);
  const absent = absence(endpoint, network);
  if (absent !== null) return closedBy(absent, 'public');
  const places = [...routeTables, ...network.tablesWithRouteTo(endpoint)];
  const [first] = places;
  if (first === undefined) {
    const fault = found('error', 'network/no-route-table', {}, endpoint.service.range, sources.ecrEndpoints);
    return closedBy(fault, 'public');
  }
  if (table.kind === 'unknown') return depends(service, table.dependsOn, table.range);
  const place = places.find(({ text }) => text === table.id);
  if (place !== undefined) {
    const decidedBy = [endpoint.service.range, place.range, ...(table.range === null ? [] : [table.range])];
    return reached('network/reached-by-gateway', service, 'public', decidedBy, endpoint);
  }
  const open = places.find((term) => term.dependsOn !== null);
  if (open?.dependsOn) return depends(service, open.dependsOn, open.range);
  return closedBy(otherTable(first, table.id), 'public');
}

function otherTable({ text, range }: Term, needed: string): Diagnostic {
  return found('error', 'network/other-route-table', { table: quoted(text), needed }, range, sources.ecrEndpoints);
}

/**
 * Whether the gateway endpoint that the VPC already has is in the table of the task's subnet, which a file may move to another one. Null
 * when there is none.
 */
export function routeByGiven(service: string, { given, table }: Network): Connection | null {
  const endpoint = given(service);
  if (endpoint === undefined) return null;
  if (table.kind === 'unknown') return depends(service, table.dependsOn, table.range);
  const { routeTables = [] } = endpoint;
  if (routeTables.includes(table.id)) return reached('network/reached-by-gateway', service, 'public', []);
  const [first] = routeTables;
  if (first === undefined || table.range === null) return null;
  return closedBy(otherTable({ text: first, range: table.range, dependsOn: null }, table.id), 'public');
}

/** AWS documents the gateway alone for ECR's layers; what an interface endpoint of S3 would do is left open. */
function throughInterface({ type, service: { range } }: Endpoint, service: string): Connection {
  const fault = found('error', 'network/s3-interface', {}, type.range ?? range, sources.ecrEndpoints);
  return { ...depends(service, service, range), message: fault.message, faults: [fault] };
}
