import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { cacheFolder, root } from './fingerprint.mjs';
import { withLock } from './lock.ts';
import { sourcePlugins } from './plugins/index.ts';

/** Folder that holds one folder for each state of the sources that the command line was built from. */
const bundles = join(cacheFolder, 'command-line');
const keepForMs = 3_600_000;

/** Bundles the command line of these sources into `folder`, complete or not at all. Several callers at once make it once. */
export async function buildCommandLine(folder: string): Promise<void> {
  await withLock('command-line', async () => {
    if (existsSync(folder)) return;
    const next = `${folder}-next`;
    rmSync(next, { recursive: true, force: true });
    await bundle('src/cli/run.ts', next);
    renameSync(next, folder);
    dropOldBundles(folder);
  });
}

/** Bundles a module of the sources, and all that it imports, into a folder; the module becomes `<its name>.js` there. */
export async function bundle(entry: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root,
    mode: 'production',
    logLevel: 'error',
    plugins: [sourcePlugins()],
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: entry,
      outDir,
      target: 'node24',
      minify: true,
      rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' } },
    },
  });
}

/** An older bundle may still be running, so it is given an hour before it goes. */
function dropOldBundles(newest: string): void {
  for (const name of readdirSync(bundles)) {
    const folder = join(bundles, name);
    const old = Date.now() - statSync(folder).mtimeMs > keepForMs;
    if (folder !== newest && old) rmSync(folder, { recursive: true, force: true });
  }
}
