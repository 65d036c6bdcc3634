import type { Message } from '../../messages/index.ts';
import type { Diagnostic, Outcome, Source, SourceRange } from '../core/types.ts';
import { admission } from './admission.ts';
import { found, messageOf, quoted } from './diagnostic.ts';
import type { Endpoint } from './document.ts';
import { egressFault } from './egress.ts';
import { gatewayServices } from './facts/services.ts';
import { sources } from './facts/sources.ts';
import type { Network } from './layout.ts';
import { splitServiceName } from './service-name.ts';

/** What becomes of a connection of the task to a service. */
export interface Connection {
  readonly outcome: Outcome;
  readonly message: Message;
  /** What the name of the service resolves to: with an endpoint and private DNS a private address. */
  readonly address: 'public' | 'private';
  readonly decidedBy: readonly SourceRange[];
  /** The faults that close the connection, as far as no rule reports them. */
  readonly faults: readonly Diagnostic[];
  /** The authority behind the outcome where it is another one than that behind the need. */
  readonly source: Source | null;
}

/**
 * Opens a connection from the task to a service, or says why it stays closed. It is open when all of this holds: the name resolves
 * to an endpoint (or a route leads to the service), the group of the task lets it out, and the groups of the endpoint let it in.
 *
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html (read 2026-11-24)
 */
export function connect(service: string, network: Network): Connection {
  if (hasWayOut(network)) return reached('network/reached-outside', service, 'public', []);
  return gatewayServices.includes(service) ? connectByGateway(service, network) : connectByInterface(service, network);
}

function hasWayOut({ scenario: { vpc, task } }: Network): boolean {
  return vpc.natGateway || (vpc.internetGateway && task.assignPublicIp === 'ENABLED');
}

/** The name resolves to the first endpoint that has private DNS. Only that one's groups are looked at, which takes its time. */
function connectByInterface(service: string, network: Network): Connection {
  if (network.given(service) !== undefined) return reached('network/reached', service, 'private', []);
  let first: Connection | null = null;
  for (const endpoint of network.serving(service)) {
    const connection = connectTo(endpoint, service, network);
    if (connection.address === 'private') return connection;
    first ??= connection;
  }
  return first ?? withoutEndpoint(service, network);
}

/** A service name that depends on a parameter may be the one; otherwise nothing serves the name. */
function withoutEndpoint(service: string, network: Network): Connection {
  const { endpoints } = network.document;
  const open = endpoints.find((endpoint) => endpoint.service.dependsOn !== null);
  if (open?.service.dependsOn) return depends(service, open.service.dependsOn, open.service.range);
  const meant = endpoints.filter((endpoint) => splitServiceName(endpoint.service.text).service === service);
  const code = gatewayServices.includes(service) ? 'network/no-gateway' : 'network/no-endpoint';
  return closed(
    messageOf(code, { service }),
    'public',
    meant.map((endpoint) => endpoint.service.range),
  );
}

/** One interface endpoint: does it exist, does the name resolve to it, does the task get out and in? */
function connectTo(endpoint: Endpoint, service: string, network: Network): Connection {
  const { type, privateDns } = endpoint;
  const dependsOn = endpoint.existsIf ?? type.dependsOn ?? privateDns.dependsOn;
  if (dependsOn !== null) return depends(service, dependsOn, endpoint.service.range);
  if (type.value !== 'Interface') {
    const params = { service, type: quoted(type.value ?? '') };
    return closed(messageOf('network/type-not-offered', params), 'public', [type.range ?? endpoint.service.range]);
  }
  if (privateDns.value === null)
    return closed(messageOf('network/private-dns-off', { service }), 'public', [
      privateDns.range ?? endpoint.service.range,
    ]);
  const fault = absence(endpoint, network) ?? resolutionFault(endpoint, service);
  if (fault !== null) return closedBy(fault, 'public');
  const { enableDnsSupport, enableDnsHostnames } = network.scenario.vpc;
  if (!enableDnsSupport || !enableDnsHostnames)
    return closed(messageOf('network/dns-attributes-off', { service }), 'public', []);
  const egress = egressFault(service, endpoint, network);
  return egress === null ? passGroups(endpoint, service, network) : closedBy(egress, 'private');
}

/** An endpoint that stands elsewhere, or does not answer. */
function absence({ vpc, state, service }: Endpoint, network: Network): Diagnostic | null {
  if (vpc !== null && /^vpc-/.test(vpc.text) && vpc.text !== network.scenario.vpc.id) {
    return found('error', 'network/other-vpc', { vpc: quoted(vpc.text) }, vpc.range, sources.createEndpoint);
  }
  if (state !== null && state.text.toLowerCase() !== 'available') {
    const range = state.text === '' ? service.range : state.range;
    return found('error', 'network/not-available', { state: quoted(state.text) }, range, sources.createEndpoint);
  }
  return null;
}

function resolutionFault({ privateDns, service: { range } }: Endpoint, service: string): Diagnostic | null {
  if (privateDns.value === true) return null;
  if (privateDns.range === null)
    return found('error', 'network/private-dns-left-out', { service }, range, sources.privateDns);
  return found('error', 'network/private-dns-off', { service }, privateDns.range, sources.privateDns);
}

function passGroups(endpoint: Endpoint, service: string, network: Network): Connection {
  const result = admission(endpoint, network);
  if (result.kind === 'not-judged')
    return reached('network/reached-groups-not-judged', service, 'private', [endpoint.service.range]);
  if (result.kind === 'open')
    return reached('network/reached', service, 'private', [endpoint.service.range, ...result.decidedBy]);
  if (result.kind === 'unknown') return { ...depends(service, result.dependsOn, result.range), address: 'private' };
  const { diagnostic, alreadyFound, decidedBy } = result.fault;
  if (isExemptByTalk(service, diagnostic, network)) {
    const fault = found('warning', 'network/logs-without-443', {}, diagnostic.range, sources.ecsEndpoints);
    const open = reached('network/reached-says-the-talk', service, 'private', decidedBy);
    return { ...open, faults: [fault], source: sources.talk };
  }
  return { ...closed(diagnostic.message, 'private', decidedBy), faults: alreadyFound ? [] : [diagnostic] };
}

/** The talk exempts the logs endpoint from inbound 443; not from naming a group that exists. */
function isExemptByTalk(service: string, { message }: Diagnostic, { scenario }: Network): boolean {
  return service === 'logs' && scenario.authority === 'talk' && message.code !== 'network/undefined-group';
}

/** S3: a route of the task's subnet, by a gateway endpoint that is given or written. */
function connectByGateway(service: string, network: Network): Connection {
  const { routeTable } = network.scenario.subnet;
  const egress = egressFault(service, null, network);
  if (egress !== null) return closedBy(egress, 'public');
  if (network.given(service)?.routeTables?.includes(routeTable))
    return reached('network/reached-by-gateway', service, 'public', []);
  const candidates = network.serving(service).map((endpoint) => routeBy(endpoint, service, network));
  const best =
    candidates.find(({ outcome }) => outcome === 'allowed') ?? candidates.find(({ outcome }) => outcome === 'denied');
  return best ?? candidates[0] ?? withoutEndpoint(service, network);
}

function routeBy(endpoint: Endpoint, service: string, network: Network): Connection {
  const { type, routeTables, existsIf } = endpoint;
  const { routeTable } = network.scenario.subnet;
  const dependsOn = existsIf ?? type.dependsOn;
  if (dependsOn !== null) return depends(service, dependsOn, endpoint.service.range);
  if (type.value !== 'Gateway') return throughInterface(endpoint, service);
  const fault = absence(endpoint, network);
  if (fault !== null) return closedBy(fault, 'public');
  const match = routeTables.find(({ text }) => text === routeTable);
  if (match) return reached('network/reached-by-gateway', service, 'public', [endpoint.service.range, match.range]);
  const open = routeTables.find((table) => table.dependsOn !== null);
  if (open?.dependsOn) return depends(service, open.dependsOn, open.range);
  const [other] = routeTables;
  if (other === undefined) {
    return closedBy(
      found('error', 'network/no-route-table', {}, endpoint.service.range, sources.ecrEndpoints),
      'public',
    );
  }
  const params = { table: quoted(other.text), needed: routeTable };
  return closedBy(found('error', 'network/other-route-table', params, other.range, sources.ecrEndpoints), 'public');
}

/** AWS documents the gateway alone for ECR's layers; what an interface endpoint of S3 would do is left open. */
function throughInterface({ type, service: { range } }: Endpoint, service: string): Connection {
  const fault = found('error', 'network/s3-interface', {}, type.range ?? range, sources.ecrEndpoints);
  return { ...depends(service, service, range), message: fault.message, faults: [fault] };
}

type Reached =
  | 'reached'
  | 'reached-groups-not-judged'
  | 'reached-by-gateway'
  | 'reached-outside'
  | 'reached-says-the-talk';

function reached(
  code: `network/${Reached}`,
  service: string,
  address: Connection['address'],
  decidedBy: readonly SourceRange[],
): Connection {
  return { outcome: 'allowed', message: messageOf(code, { service }), address, decidedBy, faults: [], source: null };
}

function closed(message: Message, address: Connection['address'], decidedBy: readonly SourceRange[]): Connection {
  return { outcome: 'denied', message, address, decidedBy, faults: [], source: null };
}

function closedBy(fault: Diagnostic, address: Connection['address']): Connection {
  return { ...closed(fault.message, address, [fault.range]), faults: [fault] };
}

function depends(service: string, name: string, range: SourceRange): Connection {
  const message = messageOf('network/depends-on', { service, name: quoted(name) });
  return { outcome: 'unknown', message, address: 'public', decidedBy: [range], faults: [], source: null };
}
