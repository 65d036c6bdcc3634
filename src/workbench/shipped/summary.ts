import type { Report } from '../../report/index.ts';
import { pictureOf, serviceOf } from '../diagram/picture.ts';

/** What a run shipped, in the run's own names. */
export interface Shipped {
  /** Each tag with its platforms: `workshop-app:main (linux/amd64, linux/arm64)`. */
  readonly images: readonly string[];
  /** What started the run: `push refs/heads/main`. */
  readonly event: string;
  readonly role: string;
  /** The services that the task reached, in the order of its start. */
  readonly reached: readonly string[];
  readonly goals: readonly string[];
}

/** Sums up a run that passed. */
export function shippedBy({ trace, goals }: Pick<Report, 'trace' | 'goals'>): Shipped {
  const callOf = (operation: string): string => trace.find((step) => step.operation === operation)?.call ?? '';
  return {
    images: imagesIn(trace),
    event: callOf('start-run'),
    role: callOf('assume-role').replace(/^\S+ /, ''),
    reached: pictureOf(trace)
      .links.filter(({ state }) => state === 'open')
      .map(serviceOf),
    goals: goals.filter(({ state }) => state === 'met').map(({ message }) => message),
  };
}

function imagesIn(trace: Report['trace']): readonly string[] {
  const platforms = new Map<string, string[]>();
  for (const { operation, call } of trace) {
    if (operation !== 'publish') continue;
    const [image = '', platform = ''] = call.split(', ');
    platforms.set(image, [...(platforms.get(image) ?? []), platform]);
  }
  return [...platforms].map(([image, served]) => `${image} (${served.join(', ')})`);
}
