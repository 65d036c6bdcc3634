import type { Unsubscribe } from './transport.ts';

/** Those who want to be told. */
export interface Listeners<T> {
  add(listener: (value: T) => void): Unsubscribe;
  tell(value: T): void;
}

/** A list of listeners; one may leave while all are told. */
export function openListeners<T>(): Listeners<T> {
  const listeners = new Set<{ readonly tell: (value: T) => void }>();
  return {
    add(tell) {
      const entry = { tell };
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    tell(value) {
      for (const { tell } of [...listeners]) tell(value);
    },
  };
}
