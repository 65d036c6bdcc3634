import { coversTopic } from '../topics.ts';
import type { ReceivedMessage, Unsubscribe } from '../transport.ts';

type Listener = (message: ReceivedMessage) => void;

/** Who listens to what, on this side of the wire. */
export interface Subscriptions {
  /** `isNew`: nobody listened to this filter before. */
  add(filter: string, listener: Listener): { readonly isNew: boolean; readonly remove: Unsubscribe };
  filters(): readonly string[];
  deliver(message: ReceivedMessage): void;
}

export function openSubscriptions(onUnused: (filter: string) => void): Subscriptions {
  const entries = new Set<{ readonly filter: string; readonly listener: Listener }>();
  const filters = (): readonly string[] => [...new Set(Array.from(entries, ({ filter }) => filter))];
  return {
    filters,
    add(filter, listener) {
      const isNew = !filters().includes(filter);
      const entry = { filter, listener };
      entries.add(entry);
      const remove = (): void => {
        if (entries.delete(entry) && !filters().includes(filter)) onUnused(filter);
      };
      return { isNew, remove };
    },
    deliver(message) {
      for (const { filter, listener } of [...entries]) if (coversTopic(filter, message.topic)) listener(message);
    },
  };
}
