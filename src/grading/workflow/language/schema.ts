import definitions from '@actions/workflow-parser/described-schema';
import type { Path } from './caret.ts';

interface Property {
  readonly type: string;
  readonly description?: string;
}

/** A piece of GitHub's schema: what may stand somewhere, and which contexts its expressions may read. */
interface Definition {
  readonly description?: string;
  readonly context?: readonly string[];
  readonly 'one-of'?: readonly string[];
  readonly mapping?: {
    readonly properties?: Readonly<Record<string, string | Property>>;
    readonly 'loose-value-type'?: string;
  };
  readonly sequence?: { readonly 'item-type': string };
  readonly string?: { readonly constant?: string };
  readonly boolean?: unknown;
  readonly number?: unknown;
  readonly null?: unknown;
  readonly 'allowed-values'?: readonly string[];
}

/** A place of a workflow file as GitHub's schema knows it. */
export interface Slot {
  /** What may stand there, one of these. */
  readonly forms: readonly Definition[];
  /** GitHub's own description, with links in Markdown; empty where it has none. */
  readonly about: string;
  /** Contexts and functions that expressions there may name: `github`, `hashFiles(1,255)`. */
  readonly allowed: readonly string[];
}

/** A key that a mapping may have. */
export interface KnownKey {
  readonly name: string;
  readonly about: string;
  readonly slot: Slot;
}

const schema = definitions as Readonly<Record<string, Definition>>;

/** What most files have, and is offered first. */
const usual = [
  'runs-on',
  'uses',
  'run',
  'name',
  'id',
  'on',
  'permissions',
  'needs',
  'strategy',
  'with',
  'env',
  'timeout-minutes',
  'steps',
  'jobs',
  'push',
  'pull_request',
  'workflow_dispatch',
  'schedule',
  'release',
  'workflow_call',
  'contents',
  'id-token',
  'packages',
];

/** What few files have, and is offered last. */
const rare = [
  'background',
  'wait',
  'wait-all',
  'cancel',
  'parallel',
  'snapshot',
  'cancel-timeout-minutes',
  'description',
  'image_version',
  'project',
  'project_card',
  'project_column',
  'pull_request_comment',
];

const top = slotOf('workflow-root-strict', []);

/** The place that a path leads to; null where the schema has none. `siblings` tells which keys stand in the mapping at a path. */
export function slotAt(path: Path, siblings: (path: Path) => readonly string[]): Slot | null {
  let slot: Slot | undefined = top;
  for (const [index, step] of path.entries()) {
    const beside: readonly string[] = siblings(path.slice(0, index));
    slot = typeof step === 'number' ? itemOf(slot) : memberOf(slot, step, beside);
    if (slot === undefined) return null;
  }
  return slot;
}

/** The keys that a mapping may have beside those that it has, the usual ones first. */
export function keysOf(slot: Slot, siblings: readonly string[]): readonly KnownKey[] {
  const found = new Map<string, KnownKey>();
  for (const { mapping } of mappingsFor(slot, siblings)) {
    for (const [name, given] of Object.entries(mapping?.properties ?? {})) {
      if (found.has(name)) continue;
      const property = typeof given === 'string' ? { type: given } : given;
      const of = slotOf(property.type, slot.allowed);
      const about = property.description ?? of.about;
      found.set(name, { name, about, slot: of });
    }
  }
  return inUsualOrder([...found.values()], ({ name }) => name);
}

/** The words that may stand at a place, each with GitHub's description. */
export function wordsOf({ forms }: Slot): readonly { readonly word: string; readonly about: string }[] {
  const words = forms.flatMap((form) => {
    const about = form.description ?? '';
    if (form.string?.constant !== undefined) return [{ word: form.string.constant, about }];
    if (form.boolean !== undefined) return ['true', 'false'].map((word) => ({ word, about: '' }));
    return (form['allowed-values'] ?? []).map((word) => ({ word, about: '' }));
  });
  return inUsualOrder(words, ({ word }) => word);
}

function inUsualOrder<T>(all: readonly T[], nameOf: (one: T) => string): readonly T[] {
  const rank = (one: T): number => {
    const place = usual.indexOf(nameOf(one));
    return place >= 0 ? place : usual.length + Number(rare.includes(nameOf(one)));
  };
  return all.toSorted((a, b) => rank(a) - rank(b));
}

/** How a value of a place is begun behind its key: on a line of its own, as a list, or behind a blank. */
export function openingOf({ forms }: Slot): '' | ' ' | '\n  ' | '\n  - ' {
  const [first] = forms;
  if (first?.null !== undefined) return '';
  if (first?.mapping !== undefined) return '\n  ';
  return forms.length > 0 && forms.every(({ sequence }) => sequence !== undefined) ? '\n  - ' : ' ';
}

function slotOf(type: string, allowed: readonly string[]): Slot {
  const definition = schema[type] ?? basic(type);
  const forms = formsOf(definition, new Set([type]));
  const own = [definition, ...forms].flatMap(({ context }) => context ?? []);
  return { forms, about: definition.description ?? '', allowed: own.length > 0 ? [...new Set(own)] : allowed };
}

/** A type that the schema takes for known. */
function basic(type: string): Definition {
  if (type === 'boolean' || type === 'number' || type === 'null') return { [type]: {} };
  if (type === 'sequence') return { sequence: { 'item-type': 'any' } };
  return type === 'mapping' ? { mapping: {} } : { string: {} };
}

function formsOf(definition: Definition, seen: ReadonlySet<string>): readonly Definition[] {
  const { 'one-of': types } = definition;
  if (types === undefined) return [definition];
  return types.flatMap((type) =>
    seen.has(type) ? [] : formsOf(schema[type] ?? basic(type), new Set([...seen, type])),
  );
}

/** The mappings that know all the keys that are there; all of them where none does. */
function mappingsFor({ forms }: Slot, siblings: readonly string[]): readonly Definition[] {
  const all = forms.filter(({ mapping }) => mapping !== undefined);
  const named = siblings.filter((key) => all.some(({ mapping }) => hasProperty(mapping, key)));
  const fitting = all.filter(({ mapping }) => named.every((key) => hasProperty(mapping, key)));
  return fitting.length > 0 ? fitting : all;
}

function hasProperty(mapping: Definition['mapping'], key: string): boolean {
  return Object.hasOwn(mapping?.properties ?? {}, key);
}

/** The value of a key: one that the schema knows, or else any; undefined where no such key may stand. */
export function memberOf(slot: Slot, key: string, siblings: readonly string[]): Slot | undefined {
  const known =
    keysOf(slot, siblings).find(({ name }) => name === key) ?? keysOf(slot, []).find(({ name }) => name === key);
  if (known !== undefined) return { ...known.slot, about: known.about };
  const loose = slot.forms.map(({ mapping }) => mapping?.['loose-value-type']).find((type) => type !== undefined);
  return loose === undefined ? undefined : slotOf(loose, slot.allowed);
}

/** What the items of a list are; undefined where there is no list. */
export function itemOf(slot: Slot): Slot | undefined {
  const type = slot.forms.map(({ sequence }) => sequence?.['item-type']).find((each) => each !== undefined);
  return type === undefined ? undefined : slotOf(type, slot.allowed);
}
