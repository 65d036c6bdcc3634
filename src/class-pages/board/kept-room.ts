import type { Way } from '../pass.ts';

/** The room that this tab holds, so that a reload goes on with it. The secret stays in this tab. */
export interface KeptRoom {
  readonly secret: string;
  readonly way: Way;
  /** Where learners find the site when it is not where the instructor opened it; null otherwise. */
  readonly site: string | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

const key = 'fargate-tips/v1/class-host';

/** Null when this tab holds none. */
export function readKeptRoom(): KeptRoom | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as KeptRoom | null;
    return typeof kept?.secret === 'string' && typeof kept.startedAt === 'number' ? kept : null;
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
