import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type ExitCode, run } from '../../src/cli/run.ts';

/** What a call of the command line left behind. */
export interface Called {
  readonly code: ExitCode;
  readonly output: string;
  readonly complaints: string;
  /** The objects that `--json` printed. */
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape it asks for
  readonly lines: readonly any[];
}

/** Calls the command line in a folder that holds these files; it is gone when the test is over. */
export async function call(
  given: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Called> {
  const folder = mkdtempSync(join(tmpdir(), 'workshop-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  let output = '';
  let complaints = '';
  const code = await run(given, {
    folder,
    coloured: false,
    columns: 100,
    write: (text) => {
      output += text;
    },
    complain: (text) => {
      complaints += text;
    },
  });
  const json = given.includes('--json');
  return {
    code,
    output,
    complaints,
    lines: json
      ? output
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line))
      : [],
  };
}
