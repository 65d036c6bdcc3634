import { type Admitted, admit, type Credentials, type DoorKey, mayPublish, maySubscribe } from '../rights.ts';
import { coversTopic } from '../topics.ts';
import type { ClassMessage } from '../transport.ts';

/** What a broker is, in one tab: it remembers, forwards, says wills, and grants each role the rights that a real broker does. */
export interface Desk {
  /** False: refused. A second connection with the same client id takes the place of the first. */
  connect(guest: string, credentials: Credentials, will: ClassMessage | null): boolean;
  publish(guest: string, message: ClassMessage): void;
  subscribe(guest: string, filter: string): void;
  /** Something was heard of a guest; false when it is none. */
  hear(guest: string): boolean;
  /** `says`: the will is said, as for somebody who vanished. */
  leave(guest: string, options: { readonly says: 'will' | 'nothing' }): void;
  /** Takes those for vanished that were not heard since. */
  sweep(heardSince: number): void;
}

interface Guest {
  readonly clientId: string;
  readonly admitted: Admitted;
  readonly will: ClassMessage | null;
  readonly filters: Set<string>;
  heardAt: number;
}

/** Hands a message to a guest. */
export type Deliver = (guest: string, message: ClassMessage, retained: boolean) => void;

export function openDesk(key: DoorKey, now: () => number, deliver: Deliver): Desk {
  const guests = new Map<string, Guest>();
  const retained = new Map<string, ClassMessage>();

  const forward = (sender: Guest, message: ClassMessage): void => {
    const sizeBytes = new TextEncoder().encode(message.payload).length;
    if (!mayPublish(sender.admitted, { topic: message.topic, sizeBytes, retain: message.retain })) return;
    if (message.retain && message.payload !== '') retained.set(message.topic, message);
    else if (message.retain) retained.delete(message.topic);
    for (const [name, { filters }] of guests)
      if ([...filters].some((filter) => coversTopic(filter, message.topic))) deliver(name, message, false);
  };

  const leave: Desk['leave'] = (name, { says }) => {
    const guest = guests.get(name);
    guests.delete(name);
    if (guest?.will && says === 'will') forward(guest, guest.will);
  };

  return {
    connect(name, credentials, will) {
      const admitted = admit(credentials, key, now());
      if (admitted === null) return false;
      const before = [...guests].filter(([other, { clientId }]) => other !== name && clientId === credentials.clientId);
      guests.set(name, { clientId: credentials.clientId, admitted, will, filters: new Set(), heardAt: now() });
      for (const [other] of before) leave(other, { says: 'will' });
      return true;
    },
    publish(name, message) {
      const guest = guests.get(name);
      if (guest !== undefined) forward(guest, message);
    },
    subscribe(name, filter) {
      const guest = guests.get(name);
      if (guest === undefined || !maySubscribe(guest.admitted, filter)) return;
      guest.filters.add(filter);
      for (const message of retained.values()) if (coversTopic(filter, message.topic)) deliver(name, message, true);
    },
    hear(name) {
      const guest = guests.get(name);
      if (guest !== undefined) guest.heardAt = now();
      return guest !== undefined;
    },
    leave,
    sweep(heardSince) {
      for (const [name, { heardAt }] of [...guests]) if (heardAt < heardSince) leave(name, { says: 'will' });
    },
  };
}
