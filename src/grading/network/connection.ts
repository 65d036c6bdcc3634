import type { Message } from '../../messages/index.ts';
import type { Diagnostic, Outcome, Source, SourceRange } from '../core/types.ts';
import { messageOf, quoted } from './diagnostic.ts';
import type { Endpoint } from './document.ts';

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
  /** The learner's endpoint that it goes through; null for every other way. */
  readonly endpoint: Endpoint | null;
}

type Reached =
  | 'reached'
  | 'reached-groups-not-judged'
  | 'reached-by-gateway'
  | 'reached-by-fargate'
  | 'reached-outside'
  | 'reached-says-the-talk';

/** A connection that opens. */
export function reached(
  code: `network/${Reached}`,
  service: string,
  address: Connection['address'],
  decidedBy: readonly SourceRange[],
  endpoint: Endpoint | null = null,
): Connection {
  const message = messageOf(code, { service });
  return { outcome: 'allowed', message, address, decidedBy, faults: [], source: null, endpoint };
}

/** A connection that stays closed. */
export function closed(
  message: Message,
  address: Connection['address'],
  decidedBy: readonly SourceRange[],
): Connection {
  return { outcome: 'denied', message, address, decidedBy, faults: [], source: null, endpoint: null };
}

/** A connection that a fault closes which no rule reports. */
export function closedBy(fault: Diagnostic, address: Connection['address']): Connection {
  return { ...closed(fault.message, address, [fault.range]), faults: [fault] };
}

/** A connection that depends on something outside the file. */
export function depends(service: string, name: string, range: SourceRange | null): Connection {
  const message = messageOf('network/depends-on', { service, name: quoted(name) });
  const decidedBy = range === null ? [] : [range];
  return { outcome: 'unknown', message, address: 'public', decidedBy, faults: [], source: null, endpoint: null };
}
