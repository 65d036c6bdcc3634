import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSite, distFolder } from './site.ts';
import { measureSite, type SiteWeights } from './site-size.ts';

/** What the site may weigh, in KB (1,000 bytes) of gzip; fonts apart. */
const budgets: readonly { readonly part: keyof SiteWeights; readonly what: string; readonly kb: number }[] = [
  { part: 'page', what: 'lesson page before the first interaction', kb: 45 },
  { part: 'scripts', what: 'scripts of that page', kb: 20 },
  { part: 'worker', what: 'grading worker with its heaviest domain', kb: 160 },
  { part: 'wholeWorker', what: 'grading worker with all domains', kb: 255 },
  { part: 'iam', what: 'IAM grader with its catalogue of ten services', kb: 60 },
  { part: 'suggestions', what: 'what the editor suggests from', kb: 32 },
  { part: 'joinedClass', what: 'live class, once a learner has joined', kb: 130 },
  { part: 'monaco', what: 'Monaco with its languages and styles', kb: 940 },
];

await buildSite({ onlyIfStale: true });
const files = new Map(
  readdirSync(distFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(distFolder.length).replaceAll('\\', '/'), readFileSync(path)] as const),
);
const weights = measureSite(files, (bytes) => gzipSync(bytes).length);

let tooHeavy = 0;
for (const { part, what, kb } of budgets) {
  const { bytes, of } = weights[part];
  const over = bytes > kb * 1000;
  if (over) tooHeavy++;
  const weight = (bytes / 1000).toFixed(1).padStart(7);
  console.log(`${over ? '✕' : '✓'} ${what.padEnd(44)} ${weight} of ${kb} KB   ${of}`);
}
process.exitCode = tooHeavy === 0 ? 0 : 1;
