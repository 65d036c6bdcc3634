import type { MqttClient } from 'mqtt';
import mqtt from 'mqtt';
import { hostIdentity, type Identity, learnerIdentity, makeSecret } from '../../src/classroom/identity.ts';
import { learnerFilters, presenceTopic, progressTopic, roomFilter, stateTopic } from '../../src/classroom/topics.ts';

/** A room of simulated learners, each with a connection, a will and a subscription of its own, as a browser has. */

/** Figures of one run, in milliseconds unless said otherwise. */
export interface Figures {
  readonly connectedMs: number;
  readonly paceP95Ms: number;
  readonly paceAllMs: number;
  readonly progressP50Ms: number;
  readonly progressP95Ms: number;
  /** What a host that comes late is sent, and how long that takes. */
  readonly snapshotMessages: number;
  readonly snapshotMs: number;
  readonly willMs: number;
}

export interface Load {
  readonly url: string;
  readonly hostSecret: string;
  readonly room: string;
  readonly learners: number;
  /** Whether learners show their client id alone, as on mosquitto. */
  readonly areNameless: boolean;
}

/** A simulated learner and their connection. */
export interface Learner {
  readonly identity: Identity;
  readonly client: MqttClient;
}

/** Learners that connect at the same time: more would be a crowd that no door of a room lets in. */
const atOnce = 40;
const paceChanges = 5;
const progressRounds = 4;
const roundMs = 1250;

/** Runs a class from the first greeting to the last, and measures it. Ends by itself; all connections are closed. */
export async function measureRoom(load: Load): Promise<Figures> {
  const host = await connect(load, hostIdentity(load.hostSecret));
  await host.subscribeAsync(roomFilter(load.room), { qos: 1 });
  const startedAt = performance.now();
  const learners = await gather(load);
  const connectedMs = performance.now() - startedAt;
  try {
    const pace = await measurePace(load, host, learners);
    const progress = await measureProgress(load, host, learners);
    const snapshot = await measureSnapshot(load);
    const willMs = await measureWill(load, host, learners);
    return {
      connectedMs,
      paceP95Ms: quantile(pace, 0.95),
      paceAllMs: Math.max(...pace),
      progressP50Ms: quantile(progress, 0.5),
      progressP95Ms: quantile(progress, 0.95),
      ...snapshot,
      willMs,
    };
  } finally {
    for (const { client } of learners) client.end(true);
    host.end(true);
  }
}

/** Brings the learners of a room in, some at a time. */
export async function gather(load: Load): Promise<readonly Learner[]> {
  const learners: Learner[] = [];
  while (learners.length < load.learners) {
    const next = Math.min(atOnce, load.learners - learners.length);
    learners.push(...(await Promise.all(Array.from({ length: next }, () => join(load)))));
  }
  return learners;
}

async function join(load: Load): Promise<Learner> {
  const identity = learnerIdentity(load.room, makeSecret());
  const on = presenceTopic(load.room, identity.clientId);
  const client = await connect(load, identity, { topic: on, payload: '{"v":1,"sid":"a","on":0}' });
  await client.subscribeAsync([...learnerFilters(load.room, identity.clientId)], { qos: 1 });
  await client.publishAsync(on, '{"v":1,"sid":"a","on":1,"nick":"Otter 12","lang":"en"}', { qos: 1, retain: true });
  return { identity, client };
}

/** How long each learner waits for a change that the host makes. */
async function measurePace({ room }: Load, host: MqttClient, learners: readonly Learner[]): Promise<readonly number[]> {
  const waits: number[] = [];
  for (let change = 1; change <= paceChanges; change++) {
    const heard = learners.map(({ client }) =>
      once(client, (_, payload) => payload.startsWith(`{"change":${change},`)),
    );
    const sentAt = performance.now();
    host.publish(stateTopic(room), `{"change":${change},"note":"${'x'.repeat(400)}"}`, { qos: 1, retain: true });
    waits.push(...(await Promise.all(heard)).map((at) => at - sentAt));
  }
  return waits;
}

/** How long the progress of each learner takes to the host, while all of them send some. */
async function measureProgress(
  { room }: Load,
  host: MqttClient,
  learners: readonly Learner[],
): Promise<readonly number[]> {
  const waits: number[] = [];
  const total = learners.length * progressRounds;
  const arrived = new Promise<void>((resolve) => {
    host.on('message', (topic, payload) => {
      if (!topic.endsWith('/p')) return;
      const { at } = JSON.parse(payload.toString()) as { at: number };
      if (waits.push(performance.now() - at) === total) resolve();
    });
  });
  const rest = 'x'.repeat(900);
  for (let round = 0; round < progressRounds; round++) {
    for (const { identity, client } of learners)
      setTimeout(
        () => {
          const payload = JSON.stringify({ at: performance.now(), rest });
          client.publish(progressTopic(room, identity.clientId), payload, { qos: 1, retain: true });
        },
        round * roundMs + Math.random() * roundMs,
      );
  }
  await arrived;
  return waits;
}

/** What a host finds that opens the board in the middle of the class. */
async function measureSnapshot(load: Load): Promise<Pick<Figures, 'snapshotMessages' | 'snapshotMs'>> {
  const late = await connect(load, hostIdentity(load.hostSecret));
  const expected = load.learners * 2 + 1;
  const startedAt = performance.now();
  let snapshotMessages = 0;
  const complete = new Promise<number>((resolve) => {
    late.on('message', (_topic, _payload, { retain }) => {
      if (retain && ++snapshotMessages === expected) resolve(performance.now());
    });
  });
  await late.subscribeAsync(roomFilter(load.room), { qos: 1 });
  const completeAt = await complete;
  late.end(true);
  return { snapshotMessages, snapshotMs: completeAt - startedAt };
}

/** How long it takes until the host hears that a connection was cut. */
async function measureWill({ room }: Load, host: MqttClient, [first]: readonly Learner[]): Promise<number> {
  if (first === undefined) return Number.NaN;
  const on = presenceTopic(room, first.identity.clientId);
  const heard = once(host, (topic, payload) => topic === on && payload.includes('"on":0'));
  const cutAt = performance.now();
  first.client.stream.destroy();
  return (await heard) - cutAt;
}

function once(client: MqttClient, isIt: (topic: string, payload: string) => boolean): Promise<number> {
  return new Promise((resolve) => {
    const listen = (topic: string, payload: Buffer): void => {
      if (!isIt(topic, payload.toString())) return;
      client.off('message', listen);
      resolve(performance.now());
    };
    client.on('message', listen);
  });
}

function connect(
  { url, areNameless }: Load,
  { role, clientId, username, password }: Identity,
  will?: { readonly topic: string; readonly payload: string },
): Promise<MqttClient> {
  const options = {
    clientId,
    ...(areNameless && role === 'learner' ? {} : { username, password }),
    protocolVersion: 4,
    clean: true,
    keepalive: 30,
    reconnectPeriod: 0,
  } as const;
  return mqtt.connectAsync(url, {
    ...options,
    timerVariant: 'native',
    ...(will === undefined ? {} : { will: { ...will, qos: 1, retain: true } }),
  });
}

/** The number that this share of all does not exceed. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
