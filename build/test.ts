import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { cacheFolder, root } from './fingerprint.mjs';
import { buildSite } from './site.ts';

/** Runs everything that must hold before a change goes in, and ends with one line: `N passed, N failed`. */

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const filters = process.argv.slice(2);
const counts = filters.length > 0 ? [await runTests(filters)] : await runAll();
const passed = sum(counts.map((count) => count.passed));
const failed = sum(counts.map((count) => count.failed));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

interface Check {
  readonly title: string;
  readonly output: string;
  readonly held: boolean;
}

/** The checks run beside the tests, which wait for pages half of the time, and print what they found after them. */
async function runAll(): Promise<readonly Count[]> {
  // The build writes the types of the content collections, and so does the check of types: never at the same time.
  const built = await siteBuilds();
  const checks = [checkTypes(), checkStyle()];
  const tests = built ? await runTests([]) : { passed: 0, failed: 1 };
  return [tests, ...(await Promise.all(checks)).map(printCheck)];
}

async function siteBuilds(): Promise<boolean> {
  try {
    await buildSite({ onlyIfStale: true });
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

/** The types of pages and of every TypeScript file: Astro's check reads them all. */
function checkTypes(): Promise<Check> {
  return runCheck('Types', 'astro/bin/astro.mjs', ['check', '--minimumFailingSeverity', 'warning']);
}

function checkStyle(): Promise<Check> {
  return runCheck('Style', '@biomejs/biome/bin/biome', ['check']);
}

async function runCheck(title: string, script: string, args: readonly string[]): Promise<Check> {
  const run = startNode(script, args, 'pipe');
  const parts = [run.stdout, run.stderr].map(async (stream) => (stream === null ? '' : text(stream)));
  const [held, ...output] = await Promise.all([endOf(run), ...parts]);
  return { title, output: output.join(''), held };
}

function printCheck({ title, output, held }: Check): Count {
  console.log(`\n${title}\n${output}`);
  return held ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runTests(wanted: readonly string[]): Promise<Count> {
  console.log('\nTests');
  const results = join(cacheFolder, 'test-results.json');
  rmSync(results, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const allPassed = await endOf(startNode('vitest/vitest.mjs', ['run', ...reporters, ...wanted], 'inherit'));
  if (!existsSync(results)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(results, 'utf8'));
  // A file that cannot even be loaded has no failed test, and neither has an error outside of all tests.
  const failed = Math.max(numFailedTests, allPassed ? 0 : 1, numFailedTests === 0 ? numFailedTestSuites : 0);
  return { passed: numPassedTests, failed };
}

function startNode(script: string, args: readonly string[], stdio: 'pipe' | 'inherit'): ChildProcess {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  return spawn(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio, env });
}

function endOf(run: ChildProcess): Promise<boolean> {
  return new Promise((done) => run.once('close', (status) => done(status === 0)).once('error', () => done(false)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
