import { type Entry, entriesOf, leafOf } from '../../core/yaml/tree.ts';
import { type Level, levelOf, type Scopes } from '../run/permissions.ts';

/** The scopes that GitHub compares when a workflow is called, in the order in which it names them. */
const compared = [
  'actions',
  'artifact-metadata',
  'attestations',
  'checks',
  'contents',
  'deployments',
  'discussions',
  'issues',
  'packages',
  'pages',
  'pull-requests',
  'repository-projects',
  'statuses',
  'security-events',
  'id-token',
  'models',
] as const;

const heights: Readonly<Record<Level, number>> = { none: 0, read: 1, write: 2 };

/** What a called workflow asks for beyond what its caller may hand on, as GitHub writes it. */
export interface Excess {
  readonly requested: string;
  readonly allowed: string;
}

/**
 * What a block of permissions asks for beyond a ceiling; null where it keeps below. A word asks for its level of every scope, `id-token`
 * among them, though as `read` that one is worth nothing.
 *
 * @source https://github.com/actions/runner/blob/main/src/Sdk/WorkflowParser/Conversion/PermissionsHelper.cs (read 2026-11-24)
 */
export function requestedBeyond(block: Entry, ceiling: Scopes): Excess | null {
  const requested = levelsIn(block);
  const beyond = compared.filter((scope) => heights[requested[scope] ?? 'none'] > heights[ceiling[scope] ?? 'none']);
  if (beyond.length === 0) return null;
  const listed = (levels: Scopes): string => beyond.map((scope) => `${scope}: ${levels[scope] ?? 'none'}`).join(', ');
  return { requested: listed(requested), allowed: listed(ceiling) };
}

/** The levels that a block names; what it does not name is `none`. */
export function levelsIn({ value }: Entry): Scopes {
  const word = leafOf(value)?.text;
  const entries =
    word === 'read-all' || word === 'write-all'
      ? compared.map((scope) => [scope, levelOf(word.replace('-all', ''))] as const)
      : entriesOf(value).map(({ key, value: level }) => [key.text, levelOf(leafOf(level)?.text)] as const);
  // Models can only be read.
  return Object.fromEntries(
    entries.map(([scope, level]) => [scope, scope === 'models' && level === 'write' ? 'read' : level]),
  );
}
