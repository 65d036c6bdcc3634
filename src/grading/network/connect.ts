import type { Diagnostic } from '../core/types.ts';
import { absence } from './absence.ts';
import { admission } from './admission.ts';
import { type Connection, closed, closedBy, depends, reached } from './connection.ts';
import { found, messageOf, quoted } from './diagnostic.ts';
import type { Endpoint } from './document.ts';
import { egress } from './egress.ts';
import { gatewayServices } from './facts/services.ts';
import { sources } from './facts/sources.ts';
import { routeBy, routeByGiven } from './gateway.ts';
import type { Network } from './layout.ts';
import { splitServiceName } from './service-name.ts';
import { wayOut } from './way-out.ts';

/**
 * Opens a connection from the task to a service, or says why it stays closed. It is open when all of this holds: the name resolves
 * to an endpoint (or a route leads to the service), the group of the task lets it out, and the groups of the endpoint let it in.
 *
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html (read 2026-11-24)
 */
export function connect(service: string, network: Network): Connection {
  const connection = gatewayServices.includes(service)
    ? connectByGateway(service, network)
    : connectByInterface(service, network);
  // A name that resolves to an endpoint leads there, whatever way out there is besides.
  return connection.address === 'private' || connection.outcome === 'allowed'
    ? connection
    : (connectOutside(service, network) ?? connection);
}

/** The way of every name that resolves to public addresses; null where the subnet has none. */
export function connectOutside(service: string, network: Network): Connection | null {
  const out = wayOut(network);
  if (out.kind === 'none') return null;
  if (out.kind === 'unknown') return depends(service, out.dependsOn, out.range);
  const exit = egress(service, null, network);
  if (exit.kind === 'closed') return closedBy(exit.fault, 'public');
  if (exit.kind === 'unknown') return depends(service, exit.dependsOn, exit.range);
  return reached('network/reached-outside', service, 'public', out.route === null ? [] : [out.route.range]);
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
  const exit = egress(service, endpoint, network);
  if (exit.kind === 'closed') return closedBy(exit.fault, 'private');
  const passed = passGroups(endpoint, service, network);
  const isOpen = exit.kind === 'open' || passed.outcome !== 'allowed';
  return isOpen ? passed : { ...depends(service, exit.dependsOn, exit.range), address: 'private' };
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
    return reached('network/reached-groups-not-judged', service, 'private', [endpoint.service.range], endpoint);
  if (result.kind === 'open')
    return reached('network/reached', service, 'private', [endpoint.service.range, ...result.decidedBy], endpoint);
  if (result.kind === 'unknown') return { ...depends(service, result.dependsOn, result.range), address: 'private' };
  const { diagnostic, alreadyFound, decidedBy } = result.fault;
  if (isExemptByTalk(service, diagnostic, network)) {
    const fault = found('warning', 'network/logs-without-443', {}, diagnostic.range, sources.ecsEndpoints);
    const open = reached('network/reached-says-the-talk', service, 'private', decidedBy, endpoint);
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
  const exit = egress(service, null, network);
  if (exit.kind === 'closed') return closedBy(exit.fault, 'public');
  if (exit.kind === 'unknown') return depends(service, exit.dependsOn, exit.range);
  const given = routeByGiven(service, network);
  if (given?.outcome === 'allowed') return given;
  const candidates = network.serving(service).map((endpoint) => routeBy(endpoint, service, network));
  const best =
    candidates.find(({ outcome }) => outcome === 'allowed') ?? candidates.find(({ outcome }) => outcome === 'denied');
  return best ?? candidates[0] ?? given ?? withoutEndpoint(service, network);
}
