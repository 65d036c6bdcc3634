// @ts-check
// The command line's way in: bundles `src/cli` when a source has changed, then runs it. Plain JavaScript for the sake of a quick start.
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheFolder, fingerprint } from './fingerprint.mjs';

const sources = [
  'src/cli',
  'src/grading',
  'src/messages',
  'src/report',
  'src/exercises',
  'content/curriculum.yaml',
  'content/exercises',
  'content/scenarios',
  'build/plugins',
  'build/command-line.ts',
  'package-lock.json',
];

enableCompileCache(join(cacheFolder, 'v8'));
const folder = join(cacheFolder, 'command-line', fingerprint(sources));
if (!existsSync(folder)) {
  const { buildCommandLine } = await import('./command-line.ts');
  await buildCommandLine(folder);
}

/** @type {typeof import('../src/cli/run.ts')} */
const { run } = await import(join(folder, 'run.js'));

// A reader that closes early (`| head`) ends the writing, quietly. A full disk is told, so that no answer is taken for complete.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit();
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
});
process.stderr.on('error', () => undefined);

process.exitCode = await run(process.argv.slice(2), {
  folder: process.env.INIT_CWD ?? process.cwd(),
  coloured: process.stdout.hasColors?.() ?? false,
  columns: process.stdout.columns ?? 100,
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
