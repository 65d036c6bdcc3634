import type { IncomingMessage } from 'node:http';

/** Whom a broker's address opens to, before anybody has said who they are. */
export interface DoorSetting {
  /** Path of the broker on the server, `/mqtt`. */
  readonly path: string;
  /** Origins of pages that may connect, beside the one that the server itself serves. */
  readonly origins: readonly string[];
  /** Connections from one address at a time. */
  readonly perAddress: number;
}

/** Knocks at the door, and what became of them. */
export interface Door {
  /** The HTTP status that refuses a request; null lets it in, and counts its address until `leave` is called. */
  knock(request: IncomingMessage): 403 | 404 | 429 | null;
  leave(request: IncomingMessage): void;
}

export function openDoor({ path, origins, perAddress }: DoorSetting): Door {
  const inside = new Map<string, number>();
  const addressOf = ({ socket }: IncomingMessage): string => socket.remoteAddress ?? '';
  return {
    knock(request) {
      if (URL.parse(request.url ?? '', 'http://broker')?.pathname !== path) return 404;
      if (!isOwnPage(request) && !origins.includes(request.headers.origin ?? '')) return 403;
      const count = inside.get(addressOf(request)) ?? 0;
      if (count >= perAddress) return 429;
      inside.set(addressOf(request), count + 1);
      return null;
    },
    leave(request) {
      const count = (inside.get(addressOf(request)) ?? 1) - 1;
      if (count > 0) inside.set(addressOf(request), count);
      else inside.delete(addressOf(request));
    },
  };
}

/**
 * Whether the page that asks came from this very server. Only browsers tell, and they tell the truth: who comes without an `Origin` is no page, and
 * has to show a secret like everybody.
 */
function isOwnPage({ headers: { origin, host } }: IncomingMessage): boolean {
  return origin === undefined || URL.parse(origin)?.host === host;
}
