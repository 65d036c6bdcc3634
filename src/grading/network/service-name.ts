import { regionOfRun } from './document.ts';

/** The parts of an endpoint service name. All null when it has another form. */
export interface ServiceName {
  /** A region, `<region>` in any case, or `regionOfRun`. */
  readonly region: string | null;
  /** What follows the region: `ecr.api`. */
  readonly service: string | null;
}

const form = /^(?:cn\.)?com\.amazonaws\.([^.]+)\.(.+)$/;

/**
 * Splits `com.amazonaws.<region>.<service>`.
 *
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html (read 2026-11-24)
 * @example splitServiceName('com.amazonaws.ap-northeast-1.ecr.api').service // => 'ecr.api'
 */
export function splitServiceName(name: string): ServiceName {
  const match = form.exec(name.trim());
  return { region: match?.[1] ?? null, service: match?.[2] ?? null };
}

/** True for the region placeholder of a slide or an article: `<region>` in any case. */
export function isPlaceholder(region: string | null): boolean {
  return region !== null && /^<region>$/i.test(region);
}

/** True when an endpoint of this name serves the region that the run takes place in. */
export function servesRegion({ region }: ServiceName, regionInRun: string): boolean {
  return region === regionInRun || region === regionOfRun || isPlaceholder(region);
}
