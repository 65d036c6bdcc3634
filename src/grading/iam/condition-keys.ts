import { type CatalogueAction, findService } from './catalogue.ts';
import { globalKeyTypes, sessionKeys } from './facts/global-keys.ts';
import { compileGlob, type Glob, matchesGlob } from './glob.ts';

/** Keys of one prefix: those with a fixed name, and those in which a name may stand (`aws:ResourceTag/…`). */
interface KeyIndex {
  readonly fixed: ReadonlyMap<string, string>;
  readonly open: readonly { readonly glob: Glob; readonly type: string }[];
}

const indexes = new Map<string, KeyIndex | null>();

/**
 * The type of a condition key, as the service authorization reference gives it: `String`, `ArrayOfString`, `ARN`… Keys compare without
 * regard to case. Null for a key that the catalogue does not know, which says nothing about AWS.
 *
 * @example typeOfKey('aws:sourceip') // => 'IPAddress'
 */
export function typeOfKey(key: string): string | null {
  const lower = key.toLowerCase();
  const index = indexFor(prefixOf(lower));
  if (index === null) return null;
  return index.fixed.get(lower) ?? index.open.find(({ glob }) => matchesGlob(glob, lower))?.type ?? null;
}

/** What stands before the colon of a key: a service's prefix, `aws`, or the host of an identity provider. */
export function prefixOf(key: string): string {
  return key.slice(0, Math.max(0, key.indexOf(':'))).toLowerCase();
}

function indexFor(prefix: string): KeyIndex | null {
  const known = indexes.get(prefix);
  if (known !== undefined) return known;
  const keys = prefix === 'aws' ? globalKeyTypes : serviceKeys(prefix);
  if (keys === null) return null;
  const index = indexOf(keys);
  if (indexes.size < 50) indexes.set(prefix, index);
  return index;
}

function serviceKeys(prefix: string): Iterable<readonly [string, string]> | null {
  const session = [...sessionKeys].filter(([key]) => key.startsWith(`${prefix}:`));
  const service = findService(prefix)?.keyTypes;
  return service === undefined && session.length === 0 ? null : [...(service ?? []), ...session];
}

function indexOf(keys: Iterable<readonly [string, string]>): KeyIndex {
  const fixed = new Map<string, string>();
  const open: { glob: Glob; type: string }[] = [];
  for (const [key, type] of keys) {
    const pattern = patternOf(key);
    if (pattern.includes('*')) open.push({ glob: compileGlob(pattern), type });
    else fixed.set(pattern, type);
  }
  return { fixed, open };
}

/** A key as a pattern: `${TagKey}`, `tag-key` and the end after a slash stand for at least one character. */
function patternOf(key: string): string {
  return key
    .toLowerCase()
    .replace(/\$\{[^}]*\}/g, '?*')
    .replace(/\/(tag-key|<key>)?$/, '/?*');
}

/** True when a request for the action may carry the key: the action has it, or one of its kinds of resource. */
export function mayCarry(action: CatalogueAction, key: string): boolean {
  const lower = key.toLowerCase();
  return keysOf(action).some((glob) => matchesGlob(glob, lower));
}

const carried = new WeakMap<CatalogueAction, readonly Glob[]>();

function keysOf(action: CatalogueAction): readonly Glob[] {
  const known = carried.get(action);
  if (known !== undefined) return known;
  const globs = [...new Set(action.conditionKeys.map(patternOf))].map(compileGlob);
  carried.set(action, globs);
  return globs;
}

const lowerSessionKeys: ReadonlySet<string> = new Set([...sessionKeys.keys()].map((key) => key.toLowerCase()));

/** True for a key with a service's prefix that requests to any service may carry. */
export function isSessionKey(key: string): boolean {
  return lowerSessionKeys.has(key.toLowerCase());
}
