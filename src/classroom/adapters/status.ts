import { openListeners } from '../listeners.ts';
import type { ConnectionStatus, Unsubscribe } from '../transport.ts';

/** How a connection stands, and who wants to know. */
export interface StatusLamp {
  readonly now: ConnectionStatus;
  become(status: ConnectionStatus): void;
  onStatus(listener: (status: ConnectionStatus) => void): Unsubscribe;
}

export function openStatusLamp(): StatusLamp {
  const listeners = openListeners<ConnectionStatus>();
  let now: ConnectionStatus = 'off';
  return {
    get now() {
      return now;
    },
    become(status) {
      if (status === now) return;
      now = status;
      listeners.tell(status);
    },
    onStatus: listeners.add,
  };
}
