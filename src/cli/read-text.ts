import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Files } from '../grading/index.ts';
import type { Complaint } from './arguments.ts';

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so. The mark stays in the text, so that offsets are those of the
 * text as it is; bytes that are no text become U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const little = first === 0xff && second === 0xfe;
  const big = first === 0xfe && second === 0xff;
  const encoding = little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/** What was read, or why nothing was. */
export type Reading<T> =
  | { readonly value: T; readonly complaint?: never }
  | { readonly value?: never; readonly complaint: Complaint };

/** Reads one file. A relative path starts at `folder`; a complaint names the path as it was given. */
export function readText(path: string, folder: string): Reading<string> {
  if (path === '') return missing("''");
  try {
    return { value: decodeText(readFileSync(resolve(folder, path))) };
  } catch (error) {
    return complaintAbout(path, error);
  }
}

/**
 * Reads one submission: a file for an exercise that has one, whatever the file is called; or a folder, in which the exercise's files
 * are found by name. A file that the folder does not have is left out, and the report says so. Beside a workflow its other workflows are
 * read too, which it may call.
 */
export function readSubmission(
  path: string,
  folder: string,
  exercise: { readonly id: string; readonly domain: string; readonly files: readonly string[] },
): Reading<Files> {
  const { id, domain, files } = exercise;
  const [only, ...others] = files;
  if (path === '') return missing("''");
  try {
    if (statSync(resolve(folder, path)).isDirectory()) {
      const others = domain === 'workflow' ? workflowsIn(resolve(folder, path)) : [];
      return readFolder(path, folder, [...new Set([...files, ...others])]);
    }
  } catch (error) {
    return complaintAbout(path, error);
  }
  if (only === undefined || others.length > 0) {
    const params = { path, exercise: id, count: files.length, files: files.join(', ') };
    return { complaint: { key: 'path.needs-folder', params } };
  }
  const text = readText(path, folder);
  return text.complaint === undefined ? { value: { [only]: text.value } } : text;
}

function readFolder(path: string, folder: string, names: readonly string[]): Reading<Files> {
  const files: Record<string, string> = {};
  for (const name of names) {
    const text = readText(join(path, name), folder);
    if (text.complaint === undefined) files[name] = text.value;
    else if (text.complaint.key !== 'path.missing') return text;
  }
  return { value: files };
}

/** More workflows than GitHub lets one call; a folder of thousands is not read to its end. */
const mostWorkflows = 200;

function workflowsIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return names
    .map(({ name }) => name)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .slice(0, mostWorkflows);
}

function complaintAbout(path: string, error: unknown): Reading<never> {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (reason === 'ENOENT' || reason === 'ENOTDIR') return missing(path);
  if (reason === 'EISDIR') return { complaint: { key: 'path.is-folder', params: { path } } };
  return { complaint: { key: 'path.unreadable', params: { path, reason } } };
}

function missing(path: string): Reading<never> {
  return { complaint: { key: 'path.missing', params: { path } } };
}
