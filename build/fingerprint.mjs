// @ts-check
// Plain JavaScript, because Node takes 50 ms longer to start when it has to strip types, and this runs at every call of the command line.
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Where everything that is built and can be thrown away lives, `dist` apart. */
export const cacheFolder = join(root, '.cache');

/**
 * A short text that changes whenever a file under one of these paths is added, removed or written. It looks at names, sizes and
 * times alone, so that it takes a few milliseconds. A path that does not exist counts as empty.
 * @param {readonly string[]} paths relative to the root
 * @returns {string}
 */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addToHash(hash, join(root, path));
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 * @returns {void}
 */
function addToHash(hash, path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (!stats.isDirectory()) {
    hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) addToHash(hash, join(path, name));
}
