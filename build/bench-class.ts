import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figures, measureRoom } from '../bench/class/room.ts';
import { makeSecret, roomOf } from '../src/classroom/identity.ts';
import { root } from './fingerprint.mjs';
import { startMosquitto } from './mosquitto.ts';

/** Measures a class on this machine's loopback: `npm run bench:class -- --learners 500 --broker mosquitto`. It stops by itself. */

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
  options: { learners: { type: 'string', default: '30' }, broker: { type: 'string', default: 'embedded' } },
});
const learners = Math.min(mostLearners, Math.max(1, Number(values.learners) || 30));
const hostSecret = makeSecret();
const room = roomOf(hostSecret);

const start = values.broker === 'mosquitto' ? startMeasuredMosquitto : startEmbedded;
const broker = await start({ room, hostSecret, roomSize: learners });
const deadline = setTimeout(async () => {
  console.error(`The class did not end within ${deadlineMs / 1000} s.`);
  await broker.close();
  process.exit(1);
}, deadlineMs);

const { port, areNameless } = broker;
const figures = await measureRoom({ url: `ws://127.0.0.1:${port}/mqtt`, hostSecret, room, learners, areNameless });
const rssBytes = await broker.rssBytes();
await broker.close();
clearTimeout(deadline);

const [{ model = 'unknown' } = {}] = cpus();
console.log(
  `${learners} learners, ${broker.name}, Node ${process.version}, ${cpus().length} × ${model}, shared with the learners\n`,
);
console.table(Object.fromEntries(rowsOf(figures).map(([what, value]) => [what, { figure: value }])));

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

function rowsOf(measured: Figures): readonly (readonly [string, string])[] {
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
