import type { IClientOptions, MqttClient } from 'mqtt';
import { type Clock, machineClock, retryDelayMs } from '../clock.ts';
import type { Identity } from '../identity.ts';
import {
  type ClassMessage,
  type ClassTransport,
  ConnectionError,
  type ConnectionFault,
  type ReceivedMessage,
} from '../transport.ts';
import { openOutbox } from './outbox.ts';
import { openStatusLamp } from './status.ts';
import { openSubscriptions } from './subscriptions.ts';

/** What the adapter needs of its surroundings. */
export interface MqttSetting {
  /** Address of the broker: `ws:` or `wss:`; it may end in `anonymousLearners`. */
  readonly url: string;
  readonly clock?: Clock;
  /** Address of the page; null outside of a browser. */
  readonly pageUrl?: string | null;
  readonly connectTimeoutMs?: number;
}

/**
 * Ends the address of a broker that lets learners in by their client id alone, as mosquitto does: it knows no other users than those
 * of its password file, so that a learner must not give a name.
 */
export const anonymousLearners = '#anonymous-learners';

/** Codes of a CONNACK that a second try would get again: bad identifier, bad secret, not authorised. */
const refusals: readonly number[] = [2, 4, 5];
/** Of a CONNACK: the server is there, and has no place for now. */
const unavailable = 3;
/** Of a SUBACK: not in this room. */
const notGranted = 128;

/**
 * A class over MQTT 3.1.1 on a WebSocket. The client is loaded by `open`, so that a page without a class never fetches it. Each connection
 * gets a client of its own: when to try again is decided here, with chance in it, since a fixed delay would bring a whole room back in one burst.
 * @source https://docs.oasis-open.org/mqtt/mqtt/v3.1.1/os/mqtt-v3.1.1-os.html (read 2026-11-24)
 */
export function mqttTransport({
  url,
  clock = machineClock,
  pageUrl = globalThis.location?.href ?? null,
  connectTimeoutMs = 10_000,
}: MqttSetting): ClassTransport {
  const lamp = openStatusLamp();
  const outbox = openOutbox();
  const underway = openUnderway();
  const subscriptions = openSubscriptions((filter) => client?.connected && client.unsubscribe(filter));
  let client: MqttClient | null = null;
  let failures = 0;
  let isWanted = false;
  let callOffRetry = (): void => undefined;

  const send = (message: ClassMessage): void => underway.send(client, message);

  const listenTo = (filter: string): void => {
    const asked = client;
    asked?.subscribe(filter, { qos: 1 }, (error) => {
      if (codeOf(error) === notGranted && client === asked) giveUp();
    });
  };

  const becomeOpen = (): void => {
    failures = 0;
    for (const filter of subscriptions.filters()) listenTo(filter);
    const again = underway.all().filter(({ topic }) => !outbox.has(topic));
    for (const message of [...again, ...outbox.takeAll()]) send(message);
    lamp.become('open');
  };

  const connectOnce = async (identity: Identity, will: ClassMessage | null): Promise<void> => {
    const { default: mqtt } = await import('mqtt');
    if (!isWanted) return;
    const attempt = mqtt.connect(...callFor(url, identity, will, connectTimeoutMs));
    client = attempt;
    const fault = await faultOf(attempt, {
      onMessage: subscriptions.deliver,
      onOpen: becomeOpen,
      onClosed: () => client === attempt && lost(identity, will),
    });
    if (fault === null) return;
    if (fault === 'refused') giveUp();
    throw new ConnectionError(fault);
  };

  const giveUp = (): void => {
    isWanted = false;
    callOffRetry();
    client?.end(true);
    client = null;
    lamp.become('refused');
  };

  const lost = (identity: Identity, will: ClassMessage | null): void => {
    client = null;
    if (!isWanted) return;
    lamp.become('retrying');
    callOffRetry = clock.after(retryDelayMs(clock, failures++), () => {
      connectOnce(identity, will).catch(() => undefined);
    });
  };

  return {
    get status() {
      return lamp.now;
    },
    onStatus: lamp.onStatus,
    async open(identity, will) {
      if (isBlocked(url, pageUrl)) throw new ConnectionError('blocked');
      isWanted = true;
      lamp.become('connecting');
      await connectOnce(identity, will);
    },
    publish(message) {
      if (lamp.now === 'open') send(message);
      else outbox.keep(message);
    },
    subscribe(filter, listener) {
      const { isNew, remove } = subscriptions.add(filter, listener);
      if (isNew && client?.connected) listenTo(filter);
      return remove;
    },
    async close() {
      isWanted = false;
      callOffRetry();
      const leaving = client;
      client = null;
      // In order: what waits for its acknowledgement goes first, but nobody waits for ever for a broker that is silent.
      if (leaving !== null) await withDeadline(clock, leaving.connected ? leaving.endAsync() : leaving.endAsync(true));
      lamp.become('off');
    },
  };
}

/** What was handed to the broker and not yet acknowledged: the newest of each topic. */
function openUnderway() {
  const waiting = new Map<string, ClassMessage>();
  return {
    all: (): readonly ClassMessage[] => [...waiting.values()],
    send(client: MqttClient | null, message: ClassMessage): void {
      const { topic, payload, qos, retain } = message;
      if (qos === 1) waiting.set(topic, message);
      client?.publish(topic, payload, { qos, retain }, (error) => {
        if (!error && waiting.get(topic) === message) waiting.delete(topic);
      });
    },
  };
}

/** Follows one connection to its end. Resolves as soon as it is open, with null, or known not to become so. */
function faultOf(
  attempt: MqttClient,
  tell: {
    readonly onMessage: (message: ReceivedMessage) => void;
    readonly onOpen: () => void;
    readonly onClosed: () => void;
  },
): Promise<ConnectionFault | null> {
  return new Promise((resolve) => {
    attempt.on('message', (topic, payload, { retain }) =>
      tell.onMessage({ topic, payload: payload.toString(), retained: retain }),
    );
    attempt.on('connect', () => {
      tell.onOpen();
      resolve(null);
    });
    attempt.on('error', (error) => {
      const code = codeOf(error);
      if (code === unavailable) resolve('full');
      else if (refusals.includes(code)) resolve('refused');
    });
    attempt.on('close', () => {
      attempt.end(true);
      resolve('unreachable');
      tell.onClosed();
    });
  });
}

/** How to call the broker: its address, and what to say at its door. */
function callFor(
  url: string,
  { role, clientId, username, password }: Identity,
  will: ClassMessage | null,
  connectTimeout: number,
): [string, IClientOptions] {
  const [address = '', mark] = url.split('#');
  const isNameless = role === 'learner' && `#${mark}` === anonymousLearners;
  const options: IClientOptions = {
    clientId,
    ...(isNameless ? {} : { username, password }),
    protocolVersion: 4,
    clean: true,
    keepalive: 30,
    connectTimeout,
    reconnectPeriod: 0,
    // The default would send stale messages after a reconnection.
    queueQoSZero: false,
    // The default timers run in a worker made of a `blob:`, which the content security policy blocks.
    timerVariant: 'native',
    ...(will === null
      ? {}
      : { will: { topic: will.topic, payload: will.payload, qos: will.qos, retain: will.retain } }),
  };
  return [address, options];
}

/** The code of a refusal; NaN where an error has none, as a lost connection. */
function codeOf(error: Error | null | undefined): number {
  return error && 'code' in error ? Number(error.code) : Number.NaN;
}

/** Whether a browser would forbid the address: plain `ws:` from a page that came over https, this machine excepted. */
export function isBlocked(url: string, pageUrl: string | null): boolean {
  const broker = URL.parse(url);
  if (broker === null || !/^wss?:$/.test(broker.protocol)) return true;
  if (pageUrl === null || !pageUrl.startsWith('https:') || broker.protocol === 'wss:') return false;
  return !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(broker.hostname);
}

function withDeadline(clock: Clock, leaving: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const callOff = clock.after(2000, resolve);
    const finish = (): void => {
      callOff();
      resolve();
    };
    leaving.then(finish, finish);
  });
}
