import type { Failure } from '../run/state.ts';

/** Where a script's writes for the runner end up; the names are those that `$GITHUB_ENV` and its siblings hold. */
export const githubFiles = {
  env: '/dev/github/env',
  output: '/dev/github/output',
  path: '/dev/github/path',
  summary: '/dev/github/summary',
} as const;

/** Names and values written to one of the runner's files, or the line that it cannot read. */
export type Written = {
  readonly values: ReadonlyMap<string, string>;
  readonly failure: Omit<Failure, 'ranges' | 'stops'> | null;
};

/**
 * Reads `name=value` lines and `name<<delimiter` blocks as the runner does.
 *
 * @source https://github.com/actions/runner/blob/main/src/Runner.Worker/FileCommandManager.cs (read 2026-11-24)
 */
export function readGithubFile(text: string): Written {
  const values = new Map<string, string>();
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const here = line.indexOf('<<');
    if (equals > 0 && (here === -1 || equals < here)) values.set(line.slice(0, equals), line.slice(equals + 1));
    else if (here > 0) {
      const delimiter = line.slice(here + 2);
      const end = lines.indexOf(delimiter, at + 1);
      if (end === -1) return { values, failure: { code: 'workflow/github-file-delimiter', params: { delimiter } } };
      values.set(line.slice(0, here), lines.slice(at + 1, end).join('\n'));
      at = end;
    } else return { values, failure: { code: 'workflow/github-file-format', params: { line: line.slice(0, 80) } } };
  }
  return { values, failure: null };
}
