import type { BoardInvitation } from '../address.ts';

/** The board that this tab holds, so that a reload goes on with it. Its key stays in this tab. */
export interface KeptRoom extends BoardInvitation {
  /** When this tab opened it, in milliseconds since 1970. */
  readonly startedAt: number;
}

const key = 'fargate-tips/v1/class-host';

/** Null when this tab holds none. */
export function readKeptRoom(): KeptRoom | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as KeptRoom | null;
    return typeof kept?.key === 'object' && typeof kept.startedAt === 'number' ? kept : null;
  } catch {
    return null;
  }
}

/** Null forgets it. */
export function writeKeptRoom(room: KeptRoom | null): void {
  try {
    if (room === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(room));
  } catch {
    // Without storage a reload opens a new room.
  }
}
