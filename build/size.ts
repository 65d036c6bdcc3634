import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSite, distFolder } from './site.ts';
import { measureSite } from './site-size.ts';

/** What the site may weigh, in KB (1,000 bytes) of gzip; fonts apart. */
const budgetsKb = {
  'lesson page before the first interaction': 45,
  'scripts of that page': 20,
  'grading worker with its heaviest domain': 160,
  'grading worker with all domains': 250,
  'Monaco with its languages and styles': 900,
} as const;

await buildSite({ onlyIfStale: true });
const files = new Map(
  readdirSync(distFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(distFolder.length).replaceAll('\\', '/'), readFileSync(path)] as const),
);
const { page, scripts, worker, wholeWorker, monaco } = measureSite(files, (bytes) => gzipSync(bytes).length);
const weights = [page, scripts, worker, wholeWorker, monaco];

let tooHeavy = 0;
for (const [index, [what, budget]] of Object.entries(budgetsKb).entries()) {
  const { bytes = 0, of = '' } = weights[index] ?? {};
  const over = bytes > budget * 1000;
  if (over) tooHeavy++;
  console.log(
    `${over ? '✕' : '✓'} ${what.padEnd(42)} ${(bytes / 1000).toFixed(1).padStart(7)} of ${budget} KB   ${of}`,
  );
}
process.exitCode = tooHeavy === 0 ? 0 : 1;
