/** That this browser is in a class, and how it gets there. It is all that a page without a class looks at. */
export interface Pass {
  /** The room's id. */
  readonly room: string;
  readonly way: Way;
}

/**
 * How the others are reached. `tabs`: all are in this browser. `here`: a broker stands beside the site, on the same origin. Else the
 * address of a broker that the site was built to use.
 */
export type Way = 'tabs' | 'here' | `wss://${string}`;

const key = 'fargate-tips/v1/class';

/** Whether this browser may be in a class. Throws never: without storage there is no class. */
export function hasPass(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

/** The pass as it is kept; null when there is none, or none that can be read. */
export function readPass(): Pass | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isPass(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps a pass; null forgets it. */
export function writePass(pass: Pass | null): void {
  try {
    if (pass === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(pass));
  } catch {
    // Without storage the class lasts as long as the page that joined it.
  }
}

/** Calls back when another tab joins a class or leaves it. */
export function watchPass(listener: () => void, signal: AbortSignal): void {
  addEventListener('storage', (event) => event.key === key && listener(), { signal });
}

function isPass(value: unknown): value is Pass {
  if (typeof value !== 'object' || value === null) return false;
  const { room, way } = value as Readonly<Record<string, unknown>>;
  return typeof room === 'string' && /^[0-9a-z]{12}$/.test(room) && isWay(way);
}

function isWay(way: unknown): way is Way {
  return way === 'tabs' || way === 'here' || (typeof way === 'string' && way.startsWith('wss://'));
}
