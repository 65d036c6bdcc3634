import type { Files, Source, SourceRange } from '../core/types.ts';
import { attemptsOf } from './attempts.ts';
import type { Endpoint, NetworkDocument } from './document.ts';
import facts from './facts/prices.yaml';
import { gatewayServices } from './facts/services.ts';
import { parseNetwork } from './parse.ts';
import type { NetworkScenario } from './scenario.ts';
import { isPlaceholder, servesRegion, splitServiceName } from './service-name.ts';

/** USD before tax. Two ends where reports of the price differ, else the same twice. */
export interface Usd {
  readonly from: number;
  readonly to: number;
}

/** What one endpoint of the file costs, and whether the task calls its service. */
export interface BilledEndpoint {
  readonly service: string;
  readonly range: SourceRange;
  readonly type: 'Interface' | 'Gateway';
  readonly used: boolean;
  /** Availability Zones in which it has a network interface; one for each of its subnets. */
  readonly zones: number;
  readonly monthly: Usd | null;
}

/** The endpoints of a file beside what else would lead the task's calls out. Amounts are null for a region without a price on record. */
export interface NetworkBill {
  readonly region: string;
  readonly hoursPerMonth: number;
  readonly endpoints: readonly BilledEndpoint[];
  /** All endpoints of the file, and those among them that the task never uses. */
  readonly total: Usd | null;
  readonly unused: Usd | null;
  /** The interface endpoints that the task needs, in one Availability Zone. */
  readonly needed: { readonly services: readonly string[]; readonly monthlyPerZone: Usd | null };
  /** One NAT gateway, which would serve one Availability Zone. */
  readonly natGatewayPerZone: Usd | null;
  /** The prices: their source, and the day (ISO) that they are of. */
  readonly prices: (Source & { readonly asOf: string }) | null;
  readonly rule: Source;
}

interface PriceOfRegion extends Source {
  readonly endpointHourUsd: readonly [number, number];
  readonly natHourUsd: readonly [number, number];
  readonly asOf: string;
}

const { hoursPerMonth, regions, rule } = facts as unknown as {
  readonly hoursPerMonth: number;
  readonly regions: Readonly<Record<string, PriceOfRegion>>;
  readonly rule: Source;
};

/** The bill of a file of endpoints for the task of a scenario; null when the file cannot be read. */
export function billFor(files: Files, scenario: NetworkScenario): NetworkBill | null {
  const { document, refused } = parseNetwork(files);
  return document === null || refused ? null : billOf(document, scenario);
}

/**
 * What the endpoints cost by the hour for a month of 730 hours; what goes through them by the gigabyte comes on top, as it does at a NAT
 * gateway.
 *
 * @source https://aws.amazon.com/privatelink/pricing/ (read 2026-11-24)
 */
export function billOf(document: NetworkDocument, scenario: NetworkScenario): NetworkBill {
  const { region } = scenario;
  const price = Object.hasOwn(regions, region) ? regions[region] : undefined;
  const called = attemptsOf(scenario).flatMap(({ service, by }) =>
    service === null || by !== 'task' ? [] : [service],
  );
  const used = new Set(scenario.task.serviceConnect ? [...called, 'ecs-agent'] : called);
  const services = [...used].filter((service) => !gatewayServices.includes(service));
  const endpoints = document.endpoints.flatMap((endpoint) => billedEndpoint(endpoint, used, region, price));
  const { url = '', readOn = '', evidence = 'field', asOf = '' } = price ?? {};
  return {
    region,
    hoursPerMonth,
    endpoints,
    total: sum(endpoints),
    unused: sum(endpoints.filter((endpoint) => !endpoint.used)),
    needed: { services, monthlyPerZone: monthly(price?.endpointHourUsd, services.length) },
    natGatewayPerZone: monthly(price?.natHourUsd, 1),
    prices: price === undefined ? null : { url, readOn, evidence, asOf },
    rule,
  };
}

function billedEndpoint(
  { service: written, type, subnets }: Endpoint,
  used: ReadonlySet<string>,
  region: string,
  price: PriceOfRegion | undefined,
): readonly BilledEndpoint[] {
  const name = splitServiceName(written.text);
  const service = name.service ?? written.text;
  if (service === '' || (type.value !== 'Interface' && type.value !== 'Gateway')) return [];
  const isHere = name.region === null || isPlaceholder(name.region) || servesRegion(name, region);
  const zones = type.value === 'Gateway' ? 0 : Math.max(1, subnets?.length ?? 1);
  const kind: BilledEndpoint['type'] = type.value;
  const bill = { service, range: written.range, type: kind, used: isHere && used.has(service), zones };
  return [{ ...bill, monthly: kind === 'Gateway' ? { from: 0, to: 0 } : monthly(price?.endpointHourUsd, zones) }];
}

function monthly(hourUsd: readonly [number, number] | undefined, times: number): Usd | null {
  if (hourUsd === undefined) return null;
  const [from, to] = hourUsd;
  return { from: inCents(from * hoursPerMonth * times), to: inCents(to * hoursPerMonth * times) };
}

function sum(endpoints: readonly BilledEndpoint[]): Usd | null {
  const amounts = endpoints.map((endpoint) => endpoint.monthly);
  if (amounts.includes(null)) return null;
  const add = (end: keyof Usd) => inCents(amounts.reduce((total, amount) => total + (amount?.[end] ?? 0), 0));
  return { from: add('from'), to: add('to') };
}

function inCents(usd: number): number {
  return Math.round(usd * 100) / 100;
}
