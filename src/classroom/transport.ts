import type { Identity } from './identity.ts';

/**
 * `off`: not opened, or closed. `retrying`: the connection was lost or not to be had; the next try comes by itself. `refused`: the broker
 * does not want us, and trying again would not help.
 */
export type ConnectionStatus = 'off' | 'connecting' | 'open' | 'retrying' | 'refused';

/** What is sent. `qos` 1 is sent again until the broker has it; `retain` is kept by the broker for those who come late. */
export interface ClassMessage {
  readonly topic: string;
  /** JSON; empty to make the broker forget what it retains. */
  readonly payload: string;
  readonly qos: 0 | 1;
  readonly retain: boolean;
}

/** What arrives. `retained`: it was said before we listened, nobody knows how long ago. */
export interface ReceivedMessage {
  readonly topic: string;
  readonly payload: string;
  readonly retained: boolean;
}

export type Unsubscribe = () => void;

/**
 * Why a class cannot be reached. `full`: the server has no place for now. `blocked`: the browser forbids the address, as it does plain `ws:`
 * from an https page.
 */
export type ConnectionFault = 'refused' | 'full' | 'unreachable' | 'blocked';

/** What `open` rejects with. */
export class ConnectionError extends Error {
  readonly fault: ConnectionFault;

  constructor(fault: ConnectionFault) {
    super(`The class cannot be reached: ${fault}.`);
    this.fault = fault;
  }
}

/** The way to the others in a class. Nothing above it knows what it is made of. */
export interface ClassTransport {
  readonly status: ConnectionStatus;
  onStatus(listener: (status: ConnectionStatus) => void): Unsubscribe;
  /**
   * Connects, and leaves the will with the broker, which says it for us when we vanish. Rejects with a `ConnectionError`; after
   * `unreachable` and `full` it goes on trying until it is closed.
   */
  open(identity: Identity, will: ClassMessage | null): Promise<void>;
  /** Offline, the newest payload of each topic waits, and a message of `qos` 0 is dropped: what was said in passing is stale later. */
  publish(message: ClassMessage): void;
  /** Holds over reconnections. A filter that the broker refuses delivers nothing; a server of another room is told by it, and left as `refused`. */
  subscribe(filter: string, listener: (message: ReceivedMessage) => void): Unsubscribe;
  /** Takes leave in order: what was published is delivered first, and the will stays unsaid. */
  close(): Promise<void>;
}
