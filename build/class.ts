import { readFileSync } from 'node:fs';
import { renderUnicodeCompact } from 'uqr';
import { attachBroker } from '../src/classroom/broker/attach.ts';
import { makeSecret, roomOf, showRoomCode } from '../src/classroom/identity.ts';
import { prepareMosquittoRoom } from './class-mosquitto.ts';
import { type ClassOptions, classUsage, localAddresses, readClassOptions } from './class-options.ts';
import { type RunningServer, type ServeOptions, serve } from './serve.ts';
import { buildSite, distFolder } from './site.ts';

/**
 * Serves the built site, and on the same port a broker for one class, from this machine to its network. Nothing is kept on disk. With
 * `--mosquitto` it writes down a room for a broker elsewhere instead.
 */

const { BASE_PATH: base = '/' } = process.env;

try {
  if (process.argv.includes('--help')) console.log(classUsage);
  else await start(readClassOptions(process.argv.slice(2), process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode =
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS') ? 2 : 1;
}

async function start(options: ClassOptions): Promise<void> {
  if (options.mosquitto === null) await openClass(options);
  else console.log(prepareMosquittoRoom(options, options.mosquitto));
}

async function openClass(options: ClassOptions): Promise<void> {
  const { roomSize, perAddress, tls } = options;
  const hostSecret = options.secret ?? makeSecret();
  const room = roomOf(hostSecret);
  await buildSite({ onlyIfStale: true });
  const { url } = await serveOnFreePort(
    {
      folder: distFolder,
      base,
      host: '0.0.0.0',
      port: options.port,
      ...(tls === null
        ? {}
        : { tls: { cert: readFileSync(tls.certFile, 'utf8'), key: readFileSync(tls.keyFile, 'utf8') } }),
      prepare: async (server) => {
        await attachBroker(server, { key: { room, hostSecret }, roomSize, perAddress });
      },
    },
    20,
  );
  console.log(greeting(url, room, hostSecret, options));
}

async function serveOnFreePort(options: ServeOptions, tries: number): Promise<RunningServer> {
  try {
    return await serve(options);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken || tries === 0 || options.port === undefined) throw error;
    return serveOnFreePort({ ...options, port: options.port + 1 }, tries - 1);
  }
}

function greeting(url: string, room: string, hostSecret: string, { address, roomSize, tls }: ClassOptions): string {
  const at = (host: string): string => Object.assign(new URL(url), { hostname: host }).href;
  const [first = 'localhost', ...others] = address === null ? localAddresses() : [address];
  // A site that was built for other brokers takes those for the usual way.
  const way = (process.env['PUBLIC_CLASS_BROKERS'] ?? '') === '' ? '' : '&way=here';
  const join = (host: string): string => `${at(host)}join/#${showRoomCode(room)}${way}`;
  const lines = [
    `A class for ${roomSize} learners is open.`,
    '',
    `Learners  ${join(first)}`,
    `Code      ${showRoomCode(room)}`,
    ...others.map((host) => `or        ${join(host)}`),
    '',
    ...renderUnicodeCompact(join(first), { border: 2 }).split('\n'),
    '',
    `You       ${at('localhost')}class/#host=${hostSecret}&site=${encodeURIComponent(at(first))}${way}`,
    '          Open it on this machine, and show it to nobody: whoever has it holds the class.',
    '',
    ...(tls === null
      ? ['On plain http whoever listens to the Wi-Fi can read what learners send: use a network of your own.']
      : []),
    'Nothing is kept on disk. Ctrl+C ends the class.',
  ];
  return `\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`;
}
