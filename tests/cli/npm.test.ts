import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../../build/fingerprint.mjs';

/** The way in that people use: `npm run`, from any folder. */
function workshop(folder: string, ...given: string[]) {
  return spawnSync('npm', ['--prefix', root, 'run', '--silent', 'workshop', '--', ...given], {
    cwd: folder,
    encoding: 'utf8',
  });
}

test('paths start at the folder that npm was called in', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'workshop-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(
    join(folder, 'cases.json'),
    '[{"id":"a","policies":[],"request":{"action":"s3:GetObject","resource":"*"}}]',
  );
  const { status, stdout, stderr } = workshop(folder, 'authorize', 'cases.json', '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({ id: 'a', decision: 'implicit-deny', decidedBy: [], diagnostics: [] });
  expect(workshop(folder, 'lint', 'iam', 'none.json').status).toBe(2);
});

test.skipIf(!existsSync('/dev/full'))('an answer that cannot be written is no success', { timeout: 60_000 }, () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'build/workshop.mjs'), 'list'], {
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^ENOSPC: [^\n]*\n$/);
});
