/**
 * A place for one value in the browser's storage. It never throws: where storage is closed, full or damaged, the value
 * lives in memory for as long as the page does, and `storageTroubles` says so.
 */
export interface Shelf<T> {
  /** The value as it stands, or the empty one. Read afresh each time, since another tab may have written. */
  read(): T;
  /** Reads, changes and writes in one go, and returns what was written. */
  change(next: (value: T) => T): T;
  /** Calls back after each change, in this tab or in another. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

/**
 * `closed`: the browser gives no storage. `full`: it takes no more. `set-aside`: what was stored could not be read; it
 * was moved to a key of its own, and a fresh value takes its place.
 */
export type StorageTrouble = 'closed' | 'full' | 'set-aside';

/** The part of the DOM's `Storage` that a shelf needs. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const prefix = 'fargate-tips/v1/';

const troubles = new Set<StorageTrouble>();
const troubleListeners = new Set<(troubles: ReadonlySet<StorageTrouble>) => void>();

/** What is wrong with the browser's storage; called back now, and whenever that changes. */
export function watchStorage(listener: (troubles: ReadonlySet<StorageTrouble>) => void): () => void {
  troubleListeners.add(listener);
  listener(troubles);
  return () => troubleListeners.delete(listener);
}

/**
 * Opens the shelf `name`. What does not fit is set aside, never overwritten. `lighter` gives what may be kept instead where storage is
 * full, and null when nothing can be spared.
 */
export function openShelf<T>(
  name: string,
  fits: (value: unknown) => boolean,
  empty: T,
  storage: () => StorageLike = () => window.localStorage,
  lighter: (value: T) => T | null = () => null,
): Shelf<T> {
  const key = prefix + name;
  const listeners = new Set<() => void>();
  /** Not null once storage failed: from then on this tab's own value is the truth. */
  let inMemory: { value: T } | null = null;

  const read = (): T => {
    if (inMemory !== null) return inMemory.value;
    const text = tryRead(storage, key);
    if (text === undefined) {
      inMemory = { value: empty };
      return empty;
    }
    return text === null ? empty : parseOrSetAside<T>(text, fits, empty, () => setAside(storage, key, text));
  };

  const change = (next: (value: T) => T): T => {
    const value = next(read());
    const written = writeLightened(value, lighter, (text) => tryWrite(storage, key, text));
    if (written === null) reportNotWritten(storage, key);
    inMemory = written === null ? { value } : null;
    for (const listener of listeners) listener();
    return written ?? value;
  };

  return { read, change, subscribe: (listener) => subscribe(key, listeners, listener) };
}

/** Writes a value, or as much of it as storage takes; null when that is nothing. */
function writeLightened<T>(value: T, lighter: (value: T) => T | null, write: (text: string) => boolean): T | null {
  for (let light: T | null = value; light !== null; light = lighter(light)) {
    if (write(JSON.stringify(light))) return light;
  }
  return null;
}

function subscribe(key: string, listeners: Set<() => void>, listener: () => void): () => void {
  const onStorage = (event: StorageEvent): void => {
    if (event.key === key || event.key === null) listener();
  };
  listeners.add(listener);
  globalThis.addEventListener?.('storage', onStorage);
  return () => {
    listeners.delete(listener);
    globalThis.removeEventListener?.('storage', onStorage);
  };
}

function parseOrSetAside<T>(text: string, fits: (value: unknown) => boolean, empty: T, putAside: () => void): T {
  const value = parse(text);
  if (fits(value)) return value as T;
  putAside();
  return empty;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Moves a value that cannot be read to the first free key of three; a fourth takes the place of the last. It is taken away first: storage
 * that is nearly full has no room for it twice.
 */
function setAside(storage: () => StorageLike, key: string, text: string): void {
  const places = [1, 2, 3].map((number) => `${key}/set-aside-${number}`);
  const free = places.find((place) => tryRead(storage, place) === null) ?? places.at(-1) ?? key;
  tryRemove(storage, key);
  if (tryWrite(storage, free, text)) report('set-aside');
  else {
    tryWrite(storage, key, text);
    reportNotWritten(storage, key);
  }
}

/** Undefined when storage gives nothing at all, as in a private window or a sandboxed frame. */
function tryRead(storage: () => StorageLike, key: string): string | null | undefined {
  try {
    return storage().getItem(key);
  } catch {
    report('closed');
    return undefined;
  }
}

function tryWrite(storage: () => StorageLike, key: string, text: string): boolean {
  try {
    storage().setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

function tryRemove(storage: () => StorageLike, key: string): void {
  try {
    storage().removeItem(key);
  } catch {
    // What cannot be removed is overwritten by what is written next.
  }
}

function reportNotWritten(storage: () => StorageLike, key: string): void {
  report(tryRead(storage, key) === undefined ? 'closed' : 'full');
}

function report(trouble: StorageTrouble): void {
  if (troubles.has(trouble)) return;
  troubles.add(trouble);
  for (const listener of troubleListeners) listener(troubles);
}
