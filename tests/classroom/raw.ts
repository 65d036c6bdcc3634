import { generate, type Packet, parser } from 'mqtt-packet';
import { WebSocket } from 'ws';

/**
 * A connection that says whatever it is told to, packet by packet: what somebody with a script of their own would use. By itself it
 * only acknowledges: after twenty messages without, mosquitto would send no more.
 */
export interface RawConnection {
  send(packet: Packet): void;
  /** Bytes as they are. */
  sendBytes(bytes: Buffer): void;
  /** The next packet of this kind, arrived or to come; null when the connection closes first. */
  next<C extends Packet['cmd']>(cmd: C): Promise<Extract<Packet, { cmd: C }> | null>;
  /** Reads published messages until this payload; rejects when the connection closes first. */
  until(payload: string): Promise<void>;
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
  let isOpen = true;
  const read = parser();
  read.on('packet', (packet) => {
    if (packet.cmd === 'publish' && packet.qos === 1 && isOpen)
      socket.send(generate({ cmd: 'puback', messageId: packet.messageId ?? 0 }));
    received.push(packet);
    wake();
  });
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
  const next: RawConnection['next'] = (cmd) =>
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
    });
  return {
    received,
    closed,
    get isOpen() {
      return isOpen;
    },
    send: (packet) => socket.send(generate(packet)),
    sendBytes: (bytes) => socket.send(bytes),
    cut: () => socket.terminate(),
    next,
    async until(payload) {
      for (;;) {
        const packet = await next('publish');
        if (packet === null) throw new Error(`The connection closed before \`${payload}\` came.`);
        if (String(packet.payload) === payload) return;
      }
    },
  };
}

/** A CONNECT packet; without a name where none is given. */
export function connectPacket(
  { clientId, username, password }: { clientId: string; username?: string; password?: string },
  will?: { topic: string; payload: string },
): Packet {
  return {
    cmd: 'connect',
    protocolId: 'MQTT',
    protocolVersion: 4,
    clean: true,
    keepalive: 30,
    clientId,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password: Buffer.from(password) }),
    ...(will === undefined
      ? {}
      : { will: { topic: will.topic, payload: Buffer.from(will.payload), qos: 1, retain: true } }),
  };
}

/** A PUBLISH packet. */
export function publishPacket(topic: string, payload: string, { qos = 1, retain = false, messageId = 1 } = {}): Packet {
  return { cmd: 'publish', topic, payload, qos: qos as 0 | 1 | 2, retain, dup: false, messageId };
}
