import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectSources } from '../src/site/connect-sources.ts';
import { cacheFolder, fingerprint, root } from './fingerprint.mjs';
import { withLock } from './lock.ts';

/** The built site, ready to be put on any static host. */
export const distFolder = join(root, 'dist');

const { PUBLIC_CLASS_BROKERS: brokers = '' } = process.env;
const builtFrom = join(cacheFolder, 'site-built-from');
const sources = ['src', 'content', 'public', 'build', 'astro.config.ts', 'tsconfig.json', 'package-lock.json'];

/** Builds the site into `dist`, unless `dist` was built from the sources as they are. Throws when the build fails. */
export async function buildSite({ onlyIfStale }: { readonly onlyIfStale: boolean }): Promise<void> {
  await withLock('site', async () => {
    const wanted = [fingerprint(sources), process.env.SITE_URL ?? '', process.env.BASE_PATH ?? '', brokers].join(' ');
    if (onlyIfStale && existsSync(distFolder) && readIfThere(builtFrom) === wanted) return;
    console.log('The site is being built; this takes a minute.');
    const next = join(cacheFolder, 'site-next');
    rmSync(next, { recursive: true, force: true });
    runAstro(next);
    allowBrokers(join(next, '_headers'));
    replaceFolder(distFolder, next);
    writeFileSync(builtFrom, wanted);
  });
}

/** Adds the brokers that a class may use to the header that says where a page may connect to. */
function allowBrokers(headersPath: string): void {
  const headers = readFileSync(headersPath, 'utf8');
  writeFileSync(
    headersPath,
    headers.replaceAll("connect-src 'self'", () => `connect-src ${connectSources(brokers)}`),
  );
}

function runAstro(outDir: string): void {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  // A test run sets NODE_ENV to `test`; what ships is built for production.
  const env = { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' };
  const { status } = spawnSync(process.execPath, [astro, 'build', '--outDir', outDir, '--silent'], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('The site could not be built; the reason stands above.');
}

function replaceFolder(folder: string, next: string): void {
  const old = `${next}-old`;
  mkdirSync(cacheFolder, { recursive: true });
  rmSync(old, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(next, folder);
  rmSync(old, { recursive: true, force: true });
}

function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
