import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figures, measureRoom } from '../bench/class/room.ts';
import { makeSecret, roomOf } from '../src/classroom/identity.ts';
import { root } from './fingerprint.mjs';

/** Measures a class on this machine's loopback: `npm run bench:class -- --learners 500`. It stops by itself. */

const mostLearners = 2000;
const deadlineMs = 300_000;

const { values } = parseArgs({ options: { learners: { type: 'string', default: '30' } } });
const learners = Math.min(mostLearners, Math.max(1, Number(values.learners) || 30));
const hostSecret = makeSecret();
const room = roomOf(hostSecret);

const broker = fork(join(root, 'bench/class/broker.ts'), [room, hostSecret, String(learners)]);
const deadline = setTimeout(() => {
  console.error(`The class did not end within ${deadlineMs / 1000} s.`);
  broker.kill();
  process.exit(1);
}, deadlineMs);

const { port } = await answerOf<{ port: number }>(broker);
const figures = await measureRoom({ url: `ws://127.0.0.1:${port}/mqtt`, hostSecret, room, learners });
broker.send('size');
const { rssBytes } = await answerOf<{ rssBytes: number }>(broker);
broker.disconnect();
clearTimeout(deadline);

const [{ model = 'unknown' } = {}] = cpus();
console.log(`${learners} learners, Node ${process.version}, ${cpus().length} × ${model}, shared with the learners\n`);
console.table(Object.fromEntries(rowsOf(figures).map(([what, value]) => [what, { figure: value }])));

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
