import type { Diagnostic } from '../core/types.ts';
import { found } from './diagnostic.ts';
import type { Endpoint } from './document.ts';
import { agentServices } from './facts/services.ts';
import { sources } from './facts/sources.ts';
import { verdictOn } from './judge-service.ts';
import type { Network } from './layout.ts';
import { servesRegion, splitServiceName } from './service-name.ts';
import { placeOf } from './term.ts';

/**
 * Endpoints that the task has no use for: of services that it does not call, of other regions, or a second one of a service.
 * `used` are the services that it calls, `unserved` those of them that it does not reach.
 */
export function surplusFound(
  network: Network,
  used: readonly string[],
  unserved: readonly string[],
): readonly Diagnostic[] {
  const first = new Map<string, Endpoint>();
  return network.document.endpoints.flatMap((endpoint) => {
    const name = namedService(endpoint, network);
    if (name === null) return [];
    if (!servesRegion(name, network.scenario.region)) return [otherRegion(endpoint, name, network, unserved)];
    const earlier = first.get(name.service);
    if (earlier !== undefined) return [twice(endpoint, earlier, name.service, network)];
    first.set(name.service, endpoint);
    return unused(endpoint, name.service, network, used);
  });
}

interface Named {
  readonly service: string;
  readonly region: string;
}

/** Region and service of a name that no rule finds fault with; null for others, which are errors on their own. */
function namedService(endpoint: Endpoint, { document }: Network): Named | null {
  const { service } = endpoint;
  const verdict = verdictOn(endpoint, document);
  if (verdict?.kind === 'custom') return { service: service.text, region: '<region>' };
  if (verdict?.kind !== 'named' || !verdict.region.known) return null;
  const { service: part } = verdict;
  if (part.kind === 'incomplete' || (part.kind === 'misspelt' && part.certain)) return null;
  return { service: part.name, region: splitServiceName(service.text).region ?? '' };
}

function otherRegion(
  { service }: Endpoint,
  name: Named,
  { scenario }: Network,
  unserved: readonly string[],
): Diagnostic {
  const severity = unserved.includes(name.service) ? 'error' : scenario.surplus;
  const params = { region: name.region, service: name.service, regionOfTask: scenario.region };
  return found(severity, 'network/other-region', params, placeOf(name.region, service), sources.privateDns);
}

function twice(endpoint: Endpoint, earlier: Endpoint, service: string, { scenario }: Network): Diagnostic {
  const { range } = endpoint.service;
  return found(scenario.surplus, 'network/service-twice', { service }, range, sources.conflictingDns, {
    related: [earlier.service.range],
  });
}

function unused(
  { service: { range } }: Endpoint,
  service: string,
  network: Network,
  used: readonly string[],
): readonly Diagnostic[] {
  const { scenario, document } = network;
  if (network.given(service) !== undefined && document.format !== 'described') {
    return [found(scenario.surplus, 'network/already-given', { service }, range, sources.gatewayEndpoints)];
  }
  if (used.includes(service)) return [];
  if (agentServices.includes(service)) {
    if (service === 'ecs-agent' && scenario.task.serviceConnect) return [];
    return [found(scenario.surplus, 'network/not-for-fargate', { service }, range, sources.ecsEndpoints)];
  }
  return [found(scenario.surplus, 'network/superfluous-endpoint', { service }, range, sources.ecsEndpoints)];
}
