import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Aedes, type AedesOptions, type AuthErrorCode, type AuthenticateError, type Client } from 'aedes';
import { createWebSocketStream, type WebSocket, WebSocketServer } from 'ws';
import { type Admitted, admit, type DoorKey, mayPublish, maySubscribe } from '../rights.ts';
import { frameLimitBytes } from '../topics.ts';
import { type Allowance, openAllowance } from './allowance.ts';
import { type Door, openDoor } from './door.ts';
import { limitPackets } from './packets.ts';
import { keepClassAtHand } from './retained.ts';
import { openSeats, type Seats } from './seats.ts';

/** A broker for one room, in memory alone. */
export interface BrokerSetting {
  readonly key: DoorKey;
  /** Learners at a time. */
  readonly roomSize: number;
  /** Connections from one address at a time. */
  readonly perAddress: number;
  /** Origins of pages that may connect, beside the server's own. */
  readonly origins?: readonly string[];
  readonly path?: string;
  readonly now?: () => number;
}

/** A broker that runs. */
export interface RunningBroker {
  /** Connections at the moment. */
  connections(): number;
  close(): Promise<void>;
}

/** Who is connected. */
interface Guest {
  readonly admitted: Admitted;
  readonly allowance: Allowance;
}

const notAuthorised = 5 satisfies AuthErrorCode.NOT_AUTHORIZED;
/** A full room may have a place a minute later: a client may try again. */
const unavailable = 3 satisfies AuthErrorCode.SERVER_UNAVAILABLE;
/** A learner's page sends one message in two seconds, and a handful when it connects. */
const [messagesPerSecond, messageBurst] = [5, 10];

/**
 * Adds a broker to a server that serves the site, so that one origin has both. It lets in who shows the secret of their id, and lets
 * them say and hear what their role may; see `rights.ts`.
 * @source https://github.com/moscajs/aedes/blob/main/docs/Aedes.md (read 2026-11-24)
 */
export async function attachBroker(server: Server, setting: BrokerSetting): Promise<RunningBroker> {
  const { key, roomSize, perAddress, origins = [], path = '/mqtt', now = Date.now } = setting;
  const guests = new WeakMap<Client, Guest>();
  const seats = openSeats({ roomSize, perAddress });
  const aedes = await Aedes.createBroker({
    // One phone that no longer reads must not stall the room.
    drainTimeout: 10_000,
    concurrency: 500,
    maxTopicLevels: 8,
    connectTimeout: 10_000,
    keepaliveLimit: 300,
    maxInflightInbound: 8,
    ...admissionOf(guests, seats, key, now),
    ...rightsOf(guests, now),
  });
  keepClassAtHand(Reflect.get(aedes, 'persistence'), key.room);
  aedes.on('clientError', () => undefined);
  aedes.on('connectionError', () => undefined);

  const stopListening = listen(server, openDoor({ path, origins, perAddress }), (socket, stream, request) => {
    const client = aedes.handle(stream, request);
    limitPackets(socket, stream, now, () => (guests.get(client)?.admitted.role ?? 'learner') === 'learner');
  });
  return {
    connections: () => aedes.connectedClients,
    close: () =>
      new Promise((resolve) => {
        stopListening();
        aedes.close(resolve);
      }),
  };
}

/** Who is let in: with the secret of their name, for one connection, while there is a seat. */
function admissionOf(
  guests: WeakMap<Client, Guest>,
  seats: Seats,
  key: DoorKey,
  now: () => number,
): Pick<AedesOptions, 'preConnect' | 'authenticate'> {
  return {
    // A session that outlives its connection would collect messages without end.
    preConnect(_client, { clean = false, protocolVersion }, callback) {
      const may = clean && protocolVersion === 4;
      callback(may ? null : refusal(), may);
    },
    authenticate(client, username = '', password, done) {
      const credentials = { clientId: client.id, username, password: password?.toString() ?? '' };
      const admitted = admit(credentials, key, now());
      if (admitted === null) return done(refusal(), null);
      if (!seat(seats, admitted, client.req)) return done(refusal(unavailable), null);
      guests.set(client, { admitted, allowance: openAllowance(messagesPerSecond, messageBurst, now()) });
      done(null, true);
    },
  };
}

/** What a guest may say and hear, and how often. */
function rightsOf(
  guests: WeakMap<Client, Guest>,
  now: () => number,
): Pick<AedesOptions, 'authorizePublish' | 'authorizeSubscribe'> {
  return {
    authorizePublish(client, { topic, payload, retain, qos }, callback) {
      const guest = client === null ? undefined : guests.get(client);
      const message = { topic, sizeBytes: Buffer.byteLength(payload), retain };
      const may = guest !== undefined && qos < 2 && isWithin(guest, now()) && mayPublish(guest.admitted, message);
      callback(may ? null : refusal());
    },
    authorizeSubscribe(client, subscription, callback) {
      const guest = guests.get(client);
      const may = guest !== undefined && isWithin(guest, now()) && maySubscribe(guest.admitted, subscription.topic);
      callback(null, may ? subscription : null);
    },
  };
}

/** Lets the connections of `door`'s path in. Returns the way to stop, which closes all of them. */
function listen(
  server: Server,
  door: Door,
  letIn: (socket: WebSocket, stream: Duplex, request: IncomingMessage) => void,
): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: frameLimitBytes,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has('mqtt') ? 'mqtt' : false),
  });
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    const status = door.knock(request);
    if (status !== null) {
      socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    socket.once('close', () => door.leave(request));
    sockets.handleUpgrade(request, socket, head, (upgraded) => {
      const stream = createWebSocketStream(upgraded);
      // Whatever is wrong with a connection is the end of that connection alone.
      stream.on('error', () => stream.destroy());
      letIn(upgraded, stream, request);
    });
  };
  server.on('upgrade', upgrade);
  return () => {
    server.off('upgrade', upgrade);
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

/** Seats a learner at once, or a burst would fill the room twice, and for as long as the connection lasts. Hosts stand. */
function seat(seats: Seats, { learner }: Admitted, request: IncomingMessage | undefined): boolean {
  if (learner === null) return true;
  if (request === undefined || request.socket.destroyed) return false;
  if (!seats.take(learner, request.socket.remoteAddress ?? '')) return false;
  request.socket.once('close', () => seats.leave(learner));
  return true;
}

function isWithin({ admitted, allowance }: Guest, now: number): boolean {
  return admitted.role !== 'learner' || allowance.spend(now);
}

function refusal(returnCode: AuthErrorCode = notAuthorised): AuthenticateError {
  return Object.assign(new Error('Refused'), { returnCode });
}
