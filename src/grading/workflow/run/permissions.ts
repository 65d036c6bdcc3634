import { type Entry, entriesOf, leafOf } from '../../core/yaml/tree.ts';
import type { Job, WorkflowDocument } from '../document.ts';
import vocabulary from '../facts/vocabulary.yaml';

/** How far a scope goes; to write is to read as well, but for `id-token`, which can only be written. */
export type Level = 'read' | 'write' | 'none';

/** What `GITHUB_TOKEN` may do, by scope. */
export type Scopes = Readonly<Record<string, Level>>;

const scopeNames = (vocabulary as { keys: { scopes: readonly string[] } }).keys.scopes;

/** The restricted default of a repository or organisation: contents and packages may be read, no token of OIDC is given. */
export const restricted: Scopes = { contents: 'read', packages: 'read' };

/**
 * The scopes of a job: its own block, else the workflow's, else what a caller hands on, else the default. A block is taken alone: what it
 * does not name is `none`.
 *
 * @source https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions (read 2026-11-24)
 */
export function scopesOf(job: Entry | undefined, workflow: Entry | undefined, handedOn = restricted): Scopes {
  const block = job ?? workflow;
  if (block === undefined) return handedOn;
  const word = leafOf(block.value)?.text;
  if (word === 'write-all') return everyScope('write');
  if (word === 'read-all') return { ...everyScope('read'), 'id-token': 'none' };
  return Object.fromEntries(entriesOf(block.value).map(({ key, value }) => [key.text, levelOf(leafOf(value)?.text)]));
}

/** The block of permissions that counts for a job: its own, else that of its workflow. */
export function blockOf(job: Job, document: WorkflowDocument): Entry | undefined {
  return job.permissions ?? document.permissions;
}

/**
 * What is left of them where the event comes from a fork: nothing may be written, and no token of OIDC is given.
 *
 * @source https://docs.github.com/en/actions/tutorials/authenticate-with-github_token (read 2026-11-24)
 */
export function scopesForFork(scopes: Scopes): Scopes {
  const weakened = (name: string, level: Level): Level => (level === 'none' || name === 'id-token' ? 'none' : 'read');
  return Object.fromEntries(Object.entries(scopes).map(([name, level]) => [name, weakened(name, level)]));
}

function everyScope(level: Level): Scopes {
  return Object.fromEntries(scopeNames.map((name) => [name, level]));
}

/** The level that a word names. */
export function levelOf(text: string | undefined): Level {
  return text === 'read' || text === 'write' ? text : 'none';
}

/** Whether the job gets a token that AWS can be shown. */
export function givesIdToken(scopes: Scopes): boolean {
  return scopes['id-token'] === 'write';
}

/** Whether the token may read the repository's files. */
export function readsContents(scopes: Scopes): boolean {
  return scopes['contents'] === 'read' || scopes['contents'] === 'write';
}
