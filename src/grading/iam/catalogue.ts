import catalogue from './facts/catalogue.packed?raw';
import { type CatalogueAction, type CatalogueService, unpackService } from './unpack.ts';

export type { AccessLevel, CatalogueAction, CatalogueService } from './unpack.ts';

/** The first line of the catalogue. */
interface PackedHead {
  readonly version: string;
  readonly packedOn: string;
  readonly prefixes: readonly string[];
}

const [headLine = '', ...serviceLines] = catalogue.trimEnd().split('\n');
const lines: ReadonlyMap<string, string> = new Map(
  serviceLines.map((line) => [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)]),
);

let head: PackedHead | null = null;
const read = new Map<string, CatalogueService | null>();

/** The service of a prefix (in any case); null when the catalogue has no actions for it, which says nothing about AWS. */
export function findService(prefix: string): CatalogueService | null {
  const lower = prefix.toLowerCase();
  const known = read.get(lower);
  if (known !== undefined) return known;
  const line = lines.get(lower);
  if (line === undefined) return null;
  const service = unpackService(lower, line);
  read.set(lower, service);
  return service;
}

/** The services whose actions the catalogue knows. */
export function catalogueServices(): readonly CatalogueService[] {
  return [...lines.keys()].flatMap((prefix) => findService(prefix) ?? []);
}

/** The action, case ignored; null when the catalogue does not know it. */
export function findAction(prefix: string, name: string): CatalogueAction | null {
  return findService(prefix)?.actions.get(name.toLowerCase()) ?? null;
}

/** Every service prefix there was when the catalogue was packed. */
export function servicePrefixes(): readonly string[] {
  head ??= JSON.parse(headLine) as PackedHead;
  return head.prefixes;
}

/** True for an action that is known to take no resource but `*`. */
export function takesOnlyStar(prefix: string, name: string): boolean {
  return findAction(prefix, name)?.resourceTypes.length === 0;
}

/** True when an action only looks: its access level is Read or List and nothing else. */
export function isReadOnly(action: CatalogueAction): boolean {
  return action.levels.every((level) => level === 'read' || level === 'list');
}

const typeWords = new Map<string, ReadonlySet<string> | null>();

/** The words that resources of a service begin with (`repository`); null where the catalogue cannot tell, or names stand alone. */
export function typeWordsOf(prefix: string): ReadonlySet<string> | null {
  const known = typeWords.get(prefix);
  if (known !== undefined) return known;
  const words = readTypeWords(prefix);
  if (lines.has(prefix)) typeWords.set(prefix, words);
  return words;
}

function readTypeWords(prefix: string): ReadonlySet<string> | null {
  const service = findService(prefix);
  if (service === null) return null;
  const words = [...service.arnFormats.values()]
    .map((format) => resourcePartOf(format, prefix))
    .flatMap((resource) => (resource === null ? [] : [/^[^/:$]*/.exec(resource)?.[0] ?? '']));
  return words.includes('') || words.length === 0 ? null : new Set(words);
}

function resourcePartOf(format: string, prefix: string): string | null {
  const parts = format.split(':');
  return parts[2] === prefix ? parts.slice(5).join(':') : null;
}
