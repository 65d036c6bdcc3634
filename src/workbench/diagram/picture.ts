import { arrangeRun, type ReportedStep } from '../../report/index.ts';
import { type Place, placeOf } from './places.ts';

/** How a connection ends. `unknown`: it depends on something that the text leaves open. */
export type LinkState = 'open' | 'blocked' | 'unknown';

/** One connection of the starting task. */
export interface Link {
  /** Its place in the report's trace. */
  readonly index: number;
  /** Which connection of the start it is, from 1. */
  readonly turn: number;
  readonly step: ReportedStep;
  readonly state: LinkState;
  /** Where it is blocked; null where it is not. */
  readonly place: Place | null;
  /** False after the first refusal that stops the real start. */
  readonly reached: boolean;
}

/** What one or more connections lead to: an endpoint in the subnet, the gateway at its edge, or something outside. */
export interface Target {
  /** The last part of the service name, such as `ecr.api`; empty outside AWS. */
  readonly service: string;
  readonly kind: 'interface' | 'gateway' | 'outside';
  readonly links: readonly Link[];
}

/** A task's start as something to draw. */
export interface Picture {
  readonly links: readonly Link[];
  readonly targets: readonly Target[];
}

/** Services that a route leads to, and no network interface. */
const gateways: readonly string[] = ['s3', 'dynamodb'];

/** The service at the end of a line such as `ssm GetParameters → com.amazonaws.ap-northeast-1.ssm`. */
const serviceAtEnd = /→ (?:cn\.)?com\.amazonaws\.[a-z0-9-]+\.([\w.-]+)$/;

/** What there is to draw of a run: the connections of the task's start. Empty where the run has none. */
export function pictureOf(trace: readonly ReportedStep[]): Picture {
  const { groups } = arrangeRun(trace);
  const links = groups
    .flatMap(({ steps }) => steps)
    .filter(({ step }) => step.code.startsWith('network/'))
    .map(({ step, index, reached }, position): Link => {
      const state = step.outcome === 'allowed' ? 'open' : step.outcome === 'denied' ? 'blocked' : 'unknown';
      const place = state === 'blocked' ? placeOf(step.code) : null;
      return { index, turn: position + 1, step, state, place, reached };
    });
  return { links, targets: targetsOf(links) };
}

/** The service that a connection leads to; empty outside AWS. */
export function serviceOf({ step }: Link): string {
  return serviceAtEnd.exec(step.call)?.[1] ?? '';
}

function targetsOf(links: readonly Link[]): readonly Target[] {
  const services = [...new Set(links.map(serviceOf))];
  return services.map((service): Target => {
    const kind = service === '' ? 'outside' : gateways.includes(service) ? 'gateway' : 'interface';
    return { service, kind, links: links.filter((link) => serviceOf(link) === service) };
  });
}

/** The connection that speaks for a target: one that is blocked, else one that is open to doubt, else the first. */
export function leading({ links }: Target): Link {
  const [first] = links;
  if (first === undefined) throw new Error('A target has a connection that leads to it.');
  return links.find(({ state }) => state === 'blocked') ?? links.find(({ state }) => state === 'unknown') ?? first;
}
