import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './fingerprint.mjs';

/** Lets Chromium run as root and in containers, and keeps it from talking to anybody but the page under test. */
export const chromiumArgs: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// The shell has no window to draw around each page, so that the browser tests take little more than half the time.
const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium on this machine, or null. `CHROMIUM_PATH` goes before everything else. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  const places = [...(named ? [named] : []), ...usualPlaces, chromium.executablePath()];
  return places.find((path) => existsSync(path)) ?? null;
}

/** Like `findChromium`, but installs one first where there is none. Throws when that does not work. */
export function provideChromium(): string {
  const found = findChromium();
  if (found !== null) return found;
  console.log('There is no Chromium on this machine yet; installing one for the browser tests.');
  if (canUseApt()) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell', 'fonts-liberation']);
  }
  if (findChromium() === null) run(process.execPath, [playwrightCommand, 'install', 'chromium']);
  const installed = findChromium();
  if (installed === null) throw new Error('No Chromium could be installed. Set CHROMIUM_PATH to the one to use.');
  return installed;
}

const playwrightCommand = join(root, 'node_modules/playwright-core/cli.js');

function canUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}
