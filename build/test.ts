import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, root } from './fingerprint.mjs';

/** Runs everything that must hold before a change goes in, and ends with one line: `N passed, N failed`. */

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const filters = process.argv.slice(2);
const counts = filters.length > 0 ? [runTests(filters)] : [...runChecks(), runTests([])];
const passed = sum(counts.map((count) => count.passed));
const failed = sum(counts.map((count) => count.failed));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function runChecks(): readonly Count[] {
  // The check of Astro comes first: it writes the types of the content collections, which the compiler needs.
  return [
    runCheck('Types of pages', 'astro/bin/astro.mjs', ['check', '--minimumFailingSeverity', 'warning']),
    runCheck('Types', 'typescript/bin/tsc', ['--noEmit']),
    runCheck('Style', '@biomejs/biome/bin/biome', ['check']),
  ];
}

function runCheck(title: string, script: string, args: readonly string[]): Count {
  console.log(`\n${title}`);
  return runNode(script, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function runTests(wanted: readonly string[]): Count {
  console.log('\nTests');
  const results = join(cacheFolder, 'test-results.json');
  rmSync(results, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const allPassed = runNode('vitest/vitest.mjs', ['run', ...reporters, ...wanted]);
  if (!existsSync(results)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(results, 'utf8'));
  // A file that cannot even be loaded has no failed test, and neither has an error outside of all tests.
  const failed = Math.max(numFailedTests, allPassed ? 0 : 1, numFailedTests === 0 ? numFailedTestSuites : 0);
  return { passed: numPassedTests, failed };
}

function runNode(script: string, args: readonly string[]): boolean {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const command = [join(root, 'node_modules', script), ...args];
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit', env }).status === 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
