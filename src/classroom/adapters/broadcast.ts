import { type Channel, type OpenChannel, openBrowserChannel } from '../channel.ts';
import { type Clock, freshId, machineClock, retryDelayMs } from '../clock.ts';
import type { Identity } from '../identity.ts';
import { type ClassMessage, type ClassTransport, ConnectionError } from '../transport.ts';
import { serveDesk } from './desk-server.ts';
import { channelName, type Frame, readFrame } from './frame.ts';
import { openOutbox } from './outbox.ts';
import { openStatusLamp } from './status.ts';
import { openSubscriptions } from './subscriptions.ts';

/** What the adapter needs of its surroundings. */
export interface BroadcastSetting {
  readonly room: string;
  readonly clock?: Clock;
  readonly openChannel?: OpenChannel;
  /** Calls back when the page goes away. Returns the way to stop. */
  readonly onPageHide?: (act: () => void) => () => void;
}

const answerTimeoutMs = 300;
const beatMs = 10_000;

/**
 * A class within one browser, for a demonstration, for the windows of a presenter, and for tests. It needs no network and no broker: the first
 * host's tab is one, and when it closes another host's takes over.
 */
export function broadcastTransport({
  room,
  clock = machineClock,
  openChannel = openBrowserChannel,
  onPageHide = onWindowHide,
}: BroadcastSetting): ClassTransport {
  const lamp = openStatusLamp();
  const outbox = openOutbox();
  const own = freshId(clock, 10);
  const subscriptions = openSubscriptions(() => undefined);
  let channel: Channel | null = null;
  let desk: { readonly close: () => void } | null = null;
  let failures = 0;
  let callOff = (): void => undefined;
  let forgetPage = (): void => undefined;
  let onLost = (): void => undefined;

  const send = (frame: Omit<Frame, 'to' | 'from'>): void => channel?.postMessage({ to: 'desk', from: own, ...frame });
  const knocker = openKnocker(clock);
  const heartbeat = openHeartbeat(
    clock,
    () => send({ kind: 'beat' }),
    () => onLost(),
  );
  const sendMessage = (message: ClassMessage): void => send({ kind: 'publish', message });

  const becomeOpen = (): void => {
    failures = 0;
    for (const filter of subscriptions.filters()) send({ kind: 'subscribe', filter });
    for (const message of outbox.takeAll()) sendMessage(message);
    lamp.become('open');
    heartbeat.start();
  };

  const connect = ({ clientId, username, password }: Identity, will: ClassMessage | null): Promise<boolean | null> =>
    knocker.knock(() => send({ kind: 'connect', credentials: { clientId, username, password }, will }));

  const tryOnce = async (identity: Identity, will: ClassMessage | null): Promise<void> => {
    let answer = await connect(identity, will);
    // Where nobody answers a host, the host's own tab does.
    if (answer === null && identity.role === 'host' && channel !== null && desk === null) {
      desk = serveDesk({ room, hostSecret: identity.password }, own, clock, openChannel);
      answer = await connect(identity, will);
    }
    if (channel === null) return;
    if (answer === true) return becomeOpen();
    if (answer === false) {
      lamp.become('refused');
      throw new ConnectionError('refused');
    }
    retry(identity, will);
    throw new ConnectionError('unreachable');
  };

  const retry = (identity: Identity, will: ClassMessage | null): void => {
    heartbeat.stop();
    lamp.become('retrying');
    callOff();
    callOff = clock.after(retryDelayMs(clock, failures++), () => {
      tryOnce(identity, will).catch(() => undefined);
    });
  };

  const receive = (event: MessageEvent): void => {
    const frame = readFrame(event.data);
    if (frame === null || (frame.to !== own && frame.to !== 'all')) return;
    if (frame.kind === 'admitted') knocker.answer(true);
    if (frame.kind === 'refused') knocker.answer(false);
    if (frame.kind === 'alive') heartbeat.answer();
    if (frame.kind === 'gone' && lamp.now === 'open') onLost();
    if (frame.kind === 'desk' && lamp.now === 'retrying') onLost();
    if (frame.kind === 'deliver' && frame.message !== undefined) {
      const { topic, payload } = frame.message;
      subscriptions.deliver({ topic, payload, retained: frame.retained === true });
    }
  };

  const letGo = (kind: 'leave' | 'vanish'): void => {
    send({ kind });
    for (const off of [callOff, heartbeat.stop, forgetPage]) off();
    desk?.close();
    desk = null;
    channel?.close();
    channel = null;
    knocker.answer(false);
    lamp.become('off');
  };

  return {
    get status() {
      return lamp.now;
    },
    onStatus: lamp.onStatus,
    async open(identity, will) {
      channel = openChannel(channelName(room));
      channel.onmessage = receive;
      forgetPage = onPageHide(() => letGo('vanish'));
      onLost = () => retry(identity, will);
      lamp.become('connecting');
      await tryOnce(identity, will);
    },
    publish(message) {
      if (lamp.now === 'open') sendMessage(message);
      else outbox.keep(message);
    },
    subscribe(filter, listener) {
      const { isNew, remove } = subscriptions.add(filter, listener);
      if (isNew && lamp.now === 'open') send({ kind: 'subscribe', filter });
      return remove;
    },
    close() {
      letGo('leave');
      return Promise.resolve();
    },
  };
}

/** Knocks at the desk, and waits a moment for its answer; null when there is none. */
function openKnocker(clock: Clock) {
  let settle = (_answer: boolean): void => undefined;
  return {
    knock: (ask: () => void): Promise<boolean | null> =>
      new Promise((resolve) => {
        const giveUp = clock.after(answerTimeoutMs, () => resolve(null));
        settle = (answer) => {
          giveUp();
          resolve(answer);
        };
        ask();
      }),
    answer: (answer: boolean): void => settle(answer),
  };
}

/** Asks now and then whether the desk is there; `onSilence` when it did not answer the last time. */
function openHeartbeat(clock: Clock, ask: () => void, onSilence: () => void) {
  let isAnswered = true;
  let callOff = (): void => undefined;
  const beat = (): void => {
    callOff();
    if (!isAnswered) {
      onSilence();
      return;
    }
    isAnswered = false;
    ask();
    callOff = clock.after(beatMs, beat);
  };
  return {
    start(): void {
      isAnswered = true;
      beat();
    },
    answer(): void {
      isAnswered = true;
    },
    stop: (): void => callOff(),
  };
}

function onWindowHide(act: () => void): () => void {
  globalThis.addEventListener?.('pagehide', act);
  return () => globalThis.removeEventListener?.('pagehide', act);
}
