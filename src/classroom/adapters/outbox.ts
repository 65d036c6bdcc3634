import type { ClassMessage } from '../transport.ts';

/** What waits for a connection: the newest message of each topic, in the order in which the topics were first written. */
export interface Outbox {
  keep(message: ClassMessage): void;
  has(topic: string): boolean;
  /** Empties it. */
  takeAll(): readonly ClassMessage[];
}

/** A message of `qos` 0 is not kept: what was said in passing is stale when the connection is back. */
export function openOutbox(): Outbox {
  const waiting = new Map<string, ClassMessage>();
  return {
    keep(message) {
      if (message.qos === 1) waiting.set(message.topic, message);
    },
    has: (topic) => waiting.has(topic),
    takeAll() {
      const all = [...waiting.values()];
      waiting.clear();
      return all;
    },
  };
}
