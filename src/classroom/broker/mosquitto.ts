import { pbkdf2Sync, randomBytes } from 'node:crypto';
import {
  answerTopic,
  boardsTopic,
  eventTopic,
  pollTopic,
  presenceTopic,
  privateTopic,
  progressTopic,
  roomFilter,
  sizeLimitsBytes,
  stateTopic,
} from '../topics.ts';

/** A room on mosquitto, for classes that are larger than one laptop holds, or not in one place. */
export interface MosquittoRoom {
  readonly room: string;
  readonly hostSecret: string;
  /** Learners at a time. */
  readonly roomSize: number;
  /** The one after it is taken too, on the loopback alone. */
  readonly port: number;
  /** Whether it listens on the loopback alone, for something in front of it. */
  readonly isLocal: boolean;
  /** Files of a certificate and its key; null where something in front of mosquitto speaks TLS. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
}

/** The names of the files that make up a room. */
export type MosquittoFile = 'mosquitto.conf' | 'acl' | 'passwd';

/** Connections that no learner takes: the board, a second device, one that is being replaced. */
const hostConnections = 10;
/** Enough for the snapshot of five thousand learners at the largest size of their messages; one that no longer reads stops here. */
const queueLimitBytes = 64_000_000;
const memoryLimitBytes = 512_000_000;
/** The largest payload, and a topic and a header beside it. */
const packetLimitBytes = sizeLimitsBytes.show + 1024;

/**
 * The files of a room. They name each other without a folder: mosquitto is started in theirs. Learners are let in by their client id alone,
 * 80 bits that nobody but the instructor sees; the instructor by name and password.
 * @source https://mosquitto.org/man/mosquitto-conf-5.html (read 2026-11-24)
 */
export function mosquittoFiles(setting: MosquittoRoom): Readonly<Record<MosquittoFile, string>> {
  const { room, hostSecret } = setting;
  return {
    'mosquitto.conf': configuration(setting),
    acl: accessList(room),
    passwd: `${room}:${hashPassword(hostSecret)}\n`,
  };
}

function configuration({ roomSize, port, isLocal, tls }: MosquittoRoom): string {
  return `# One room of a class. Start it in this folder: mosquitto -c mosquitto.conf
per_listener_settings true

# Mosquitto 2.0 does not start with a WebSocket listener alone; this one lets nobody in.
listener ${port + 1} 127.0.0.1
allow_anonymous false

listener ${port}${isLocal ? ' 127.0.0.1\nsocket_domain ipv4' : ''}
protocol websockets
${tls === null ? '' : `certfile ${tls.certFile}\nkeyfile ${tls.keyFile}\n`}# Learners come without a name: what they may do hangs on their client id.
allow_anonymous true
allow_zero_length_clientid false
password_file passwd
acl_file acl
max_connections ${roomSize + hostConnections}
max_qos 1

# The default of 1000 messages would silently cut what an instructor is sent who comes late.
max_queued_messages 0
max_queued_bytes ${queueLimitBytes}
max_inflight_messages 100
max_packet_size ${packetLimitBytes}
# By WebSocket mosquitto 2.0 holds this one alone.
message_size_limit ${sizeLimitsBytes.show}
memory_limit ${memoryLimitBytes}
# A page with cookies sends more than the default of 1024 bytes.
websockets_headers_size 8192
set_tcp_nodelay true

# Nothing on disk, nothing of who said what in the log, and sessions that outlive their connection for as short as can be.
persistence false
persistent_client_expiration 1h
connection_messages false
log_dest stderr
sys_interval 0
`;
}

/** Who may say and hear what, as far as mosquitto can tell: it knows topics, but neither sizes for each nor who may retain. */
function accessList(room: string): string {
  const own = '%c';
  const lines = [
    '# Anybody without a name: a learner hears the class',
    ...[stateTopic(room), pollTopic(room), eventTopic(room)].map((topic) => `topic read ${topic}`),
    '# and what is meant for them, and writes three topics of their own.',
    `pattern read ${privateTopic(room, own)}`,
    // Its id is one that nobody's secret hashes to, but here anybody may call themselves so.
    `topic deny ${boardsTopic(room)}`,
    ...[presenceTopic, progressTopic, answerTopic].map((topicOf) => `pattern write ${topicOf(room, own)}`),
    '',
    '# The instructor.',
    `user ${room}`,
    `topic read ${roomFilter(room)}`,
    ...[stateTopic(room), pollTopic(room), eventTopic(room), privateTopic(room, '+')].map(write),
    '# To make the broker forget, when the class is over.',
    ...[presenceTopic(room, '+'), progressTopic(room, '+')].map(write),
  ];
  return `${lines.join('\n')}\n`;
}

const write = (topic: string): string => `topic write ${topic}`;

/**
 * A password as mosquitto keeps it: PBKDF2 with SHA-512. Few rounds do, since nobody finds 128 random bits by trying.
 * @source https://github.com/eclipse-mosquitto/mosquitto/blob/v2.0.11/apps/mosquitto_passwd/mosquitto_passwd.c (read 2026-11-24)
 */
function hashPassword(password: string): string {
  const rounds = 101;
  const salt = randomBytes(12);
  const hash = pbkdf2Sync(password, salt, rounds, 64, 'sha512');
  return `$7$${rounds}$${salt.toString('base64')}$${hash.toString('base64')}`;
}
