import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type MosquittoRoom, mosquittoFiles } from '../src/classroom/broker/mosquitto.ts';

/** A mosquitto that runs. */
export interface RunningMosquitto {
  readonly port: number;
  readonly pid: number;
  /** Ends it, and what it knew with it. */
  close(): Promise<void>;
}

/** Where mosquitto is on this machine; null where it is not. Debian puts it where the path of an ordinary user does not lead. */
export function findMosquitto(): string | null {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/sbin',
    '/usr/local/sbin',
    '/opt/homebrew/sbin',
  ];
  return folders.map((folder) => join(folder, 'mosquitto')).find((path) => existsSync(path)) ?? null;
}

/** Writes the files of a room, and makes the folder where there is none. */
export function writeMosquittoRoom(folder: string, setting: MosquittoRoom): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(mosquittoFiles(setting))) writeFileSync(join(folder, name), text);
}

/** What a room on the loopback needs; `port` 0 takes any that is free. */
type LocalRoom = Pick<MosquittoRoom, 'room' | 'hostSecret' | 'roomSize' | 'port'>;

/** Starts mosquitto on the loopback for one room, with the very files that `npm run class -- --mosquitto` writes. */
export async function startMosquitto(setting: LocalRoom, tries = 5): Promise<RunningMosquitto> {
  // Below the ports that the system hands out, which are somebody's in a moment.
  const port = setting.port === 0 ? 20_000 + 2 * Math.floor(Math.random() * 6000) : setting.port;
  try {
    return await startOnce({ ...setting, port });
  } catch (error) {
    if (setting.port !== 0 || tries === 1 || findMosquitto() === null) throw error;
    return startMosquitto(setting, tries - 1);
  }
}

async function startOnce(setting: LocalRoom): Promise<RunningMosquitto> {
  const folder = mkdtempSync(join(tmpdir(), 'class-'));
  // Started by root, mosquitto becomes a user of its own, who has to read the folder.
  chmodSync(folder, 0o755);
  writeMosquittoRoom(folder, { ...setting, isLocal: true, tls: null });
  const stdio = ['ignore', 'ignore', 'pipe'] as const;
  const broker = spawn(findMosquitto() ?? 'mosquitto', ['-c', 'mosquitto.conf'], { cwd: folder, stdio: [...stdio] });
  const ended = once(broker, 'close').finally(() => rmSync(folder, { recursive: true, force: true }));
  await saysRunning(broker, ended);
  return {
    port: setting.port,
    pid: broker.pid ?? 0,
    close: async () => {
      broker.kill();
      await ended;
    },
  };
}

/** Rejects with what mosquitto said, when it ends instead. */
async function saysRunning({ stderr }: ChildProcess, ended: Promise<unknown>): Promise<void> {
  let said = '';
  const runs = new Promise<void>((resolve) => {
    stderr?.on('data', (text) => {
      said += text;
      if (/mosquitto version .* running/.test(said)) resolve();
    });
  });
  const failed = ended.then(() => {
    throw new Error(`Mosquitto did not start.\n${said}`);
  });
  failed.catch(() => undefined);
  await Promise.race([runs, failed]);
}
