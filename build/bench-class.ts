import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureFrames } from '../bench/class/frames.ts';
import { type Figures, measureRoom } from '../bench/class/room.ts';
import { makeSecret, roomOf } from '../src/classroom/identity.ts';
import { root } from './fingerprint.mjs';
import { startMosquitto } from './mosquitto.ts';
import { buildSite } from './site.ts';

/**
 * Measures a class on this machine's loopback: `npm run bench:class -- --learners 500 --broker mosquitto`, or with `--frames` how smoothly the
 * instructor's board draws it. It stops by itself.
 */

/** A broker in a program of its own, so that its memory is nobody else's. */
interface MeasuredBroker {
  readonly name: string;
  readonly port: number;
  readonly areNameless: boolean;
  rssBytes(): Promise<number>;
  close(): Promise<void>;
}

interface Room {
  readonly room: string;
  readonly hostSecret: string;
  readonly roomSize: number;
}

const mostLearners = 5000;
const deadlineMs = 300_000;

const { values } = parseArgs({
  options: {
    learners: { type: 'string', default: '30' },
    broker: { type: 'string', default: 'embedded' },
    frames: { type: 'boolean', default: false },
  },
});
const learners = Math.min(mostLearners, Math.max(1, Number(values.learners) || 30));

if (values.frames) await benchFrames();
else await benchRoom();

async function benchRoom(): Promise<void> {
  const hostSecret = makeSecret();
  const room = roomOf(hostSecret);
  const start = values.broker === 'mosquitto' ? startMeasuredMosquitto : startEmbedded;
  const broker = await start({ room, hostSecret, roomSize: learners });
  const deadline = endAfterDeadline(broker.close);
  const { port, areNameless } = broker;
  const figures = await measureRoom({ url: `ws://127.0.0.1:${port}/mqtt`, hostSecret, room, learners, areNameless });
  const rssBytes = await broker.rssBytes();
  await broker.close();
  clearTimeout(deadline);
  print(broker.name, rowsOf(figures, rssBytes));
}

async function benchFrames(): Promise<void> {
  await buildSite({ onlyIfStale: true });
  const deadline = endAfterDeadline(async () => undefined);
  const { frames, p50Ms, p95Ms, longestMs, late, messages, rows } = await measureFrames(learners);
  clearTimeout(deadline);
  print(`the board in Chromium, ${messages} messages in 10 s`, [
    ['learners on the board', String(rows)],
    ['frames', String(frames)],
    ['a frame, half', `${p50Ms.toFixed(1)} ms`],
    ['a frame, 95 of 100', `${p95Ms.toFixed(1)} ms`],
    ['the longest', `${longestMs.toFixed(1)} ms`],
    ['longer than 25 ms', `${late} of ${frames}`],
  ]);
}

function endAfterDeadline(close: () => Promise<void>): NodeJS.Timeout {
  return setTimeout(async () => {
    console.error(`The class did not end within ${deadlineMs / 1000} s.`);
    await close();
    process.exit(1);
  }, deadlineMs);
}

function print(what: string, rows: readonly (readonly [string, string])[]): void {
  const [{ model = 'unknown' } = {}] = cpus();
  console.log(
    `${learners} learners, ${what}, Node ${process.version}, ${cpus().length} × ${model}, shared with the learners\n`,
  );
  console.table(Object.fromEntries(rows.map(([name, value]) => [name, { figure: value }])));
}

async function startEmbedded({ room, hostSecret, roomSize }: Room): Promise<MeasuredBroker> {
  const child = fork(join(root, 'bench/class/broker.ts'), [room, hostSecret, String(roomSize)]);
  const { port } = await answerOf<{ port: number }>(child);
  return {
    name: 'the broker of `npm run class`',
    port,
    areNameless: false,
    async rssBytes() {
      child.send('size');
      return (await answerOf<{ rssBytes: number }>(child)).rssBytes;
    },
    async close() {
      child.disconnect();
    },
  };
}

async function startMeasuredMosquitto(setting: Room): Promise<MeasuredBroker> {
  const { port, pid, close } = await startMosquitto({ ...setting, port: 0 });
  return {
    name: 'mosquitto',
    port,
    areNameless: true,
    rssBytes: async () => 1024 * Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })),
    close,
  };
}

async function answerOf<T>(child: ChildProcess): Promise<T> {
  const [answer] = await once(child, 'message');
  return answer as T;
}

function rowsOf(measured: Figures, rssBytes: number): readonly (readonly [string, string])[] {
  const ms = (figure: number): string => (figure < 100 ? `${figure.toFixed(1)} ms` : `${Math.round(figure)} ms`);
  return [
    ['all connected', ms(measured.connectedMs)],
    ['pace change, 95 of 100', ms(measured.paceP95Ms)],
    ['pace change, all', ms(measured.paceAllMs)],
    ['progress, half', ms(measured.progressP50Ms)],
    ['progress, 95 of 100', ms(measured.progressP95Ms)],
    [`late host, ${measured.snapshotMessages} messages`, ms(measured.snapshotMs)],
    ['will', ms(measured.willMs)],
    ['memory of the broker', `${Math.round(rssBytes / 1e6)} MB`],
  ];
}
