import { generate, type Packet, parser } from 'mqtt-packet';
import { WebSocket } from 'ws';

/** A connection that says whatever it is told to, packet by packet: what somebody with a script of their own would use. */
export interface RawConnection {
  send(packet: Packet): void;
  /** Bytes as they are. */
  sendBytes(bytes: Buffer): void;
  /** The next packet of this kind, arrived or to come; null when the connection closes first. */
  next<C extends Packet['cmd']>(cmd: C): Promise<Extract<Packet, { cmd: C }> | null>;
  /** Every packet so far. */
  readonly received: readonly Packet[];
  readonly isOpen: boolean;
  readonly closed: Promise<void>;
  /** Cuts the connection without a farewell, so that the will is said. */
  cut(): void;
}

/** Connects to a broker; rejects with the HTTP status when the door stays shut. */
export async function connectRaw(url: string, headers: Readonly<Record<string, string>> = {}): Promise<RawConnection> {
  const socket = new WebSocket(url, ['mqtt'], { headers: { ...headers } });
  const received: Packet[] = [];
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const look of [...waiting]) look();
  };
  const read = parser();
  read.on('packet', (packet) => {
    received.push(packet);
    wake();
  });
  let isOpen = true;
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      isOpen = false;
      wake();
      resolve();
    });
  });
  socket.on('message', (bytes: Buffer) => read.parse(bytes));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  const taken = new Set<Packet>();
  return {
    received,
    closed,
    get isOpen() {
      return isOpen;
    },
    send: (packet) => socket.send(generate(packet)),
    sendBytes: (bytes) => socket.send(bytes),
    cut: () => socket.terminate(),
    next: (cmd) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = received.find((packet) => packet.cmd === cmd && !taken.has(packet));
          if (found === undefined && isOpen) return;
          waiting.delete(look);
          if (found !== undefined) taken.add(found);
          resolve((found ?? null) as never);
        };
        waiting.add(look);
        look();
      }),
  };
}

/** A CONNECT packet. */
export function connectPacket(
  { clientId, username, password }: { clientId: string; username: string; password: string },
  will?: { topic: string; payload: string },
): Packet {
  return {
    cmd: 'connect',
    protocolId: 'MQTT',
    protocolVersion: 4,
    clean: true,
    keepalive: 30,
    clientId,
    username,
    password: Buffer.from(password),
    ...(will === undefined
      ? {}
      : { will: { topic: will.topic, payload: Buffer.from(will.payload), qos: 1, retain: true } }),
  };
}

/** A PUBLISH packet. */
export function publishPacket(topic: string, payload: string, { qos = 1, retain = false, messageId = 1 } = {}): Packet {
  return { cmd: 'publish', topic, payload, qos: qos as 0 | 1 | 2, retain, dup: false, messageId };
}
