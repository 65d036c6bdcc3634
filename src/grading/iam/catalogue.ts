import catalogue from './facts/catalogue.packed?raw';

/** How an action touches its resource. @source https://docs.aws.amazon.com/service-authorization/latest/reference/ (read 2026-11-24) */
export type AccessLevel = 'list' | 'read' | 'write' | 'permissions' | 'tagging';

/** One action of the catalogue. Without resource types it is requested on `*`. */
export interface CatalogueAction {
  readonly service: string;
  readonly name: string;
  readonly levels: readonly AccessLevel[];
  readonly resourceTypes: readonly string[];
  readonly conditionKeys: readonly string[];
}

/** One service of the catalogue. */
export interface CatalogueService {
  readonly prefix: string;
  /** By lower-case name. */
  readonly actions: ReadonlyMap<string, CatalogueAction>;
  /** ARN formats by resource type, with `${Region}` and the like where names go. */
  readonly arnFormats: ReadonlyMap<string, string>;
  /** Condition keys by resource type. */
  readonly typeKeys: ReadonlyMap<string, readonly string[]>;
  /** Types of condition keys by key: `String`, `ARN`, `ArrayOfString`… */
  readonly keyTypes: ReadonlyMap<string, string>;
}

/** The first line of the catalogue. */
interface PackedHead {
  readonly version: string;
  readonly packedOn: string;
  readonly prefixes: readonly string[];
}

/**
 * One of the other lines, behind the service's prefix: columns, parted by blanks. What refers to another column says the place in it, in
 * base 36; several with commas between.
 */
interface PackedService {
  readonly actions: string;
  /** First letters of the access levels. */
  readonly levels: string;
  /** Places in `types`, and in `keySets`. */
  readonly actionTypes: string;
  readonly actionKeys: string;
  readonly types: string;
  /** `~` stands for a beginning with the service, any Region and any account. */
  readonly arns: string;
  readonly typeKeys: string;
  readonly keys: string;
  readonly keyTypes: string;
  /** Places in `keys`. */
  readonly keySets: string;
}

const levelOf: Readonly<Record<string, AccessLevel>> = {
  L: 'list',
  R: 'read',
  W: 'write',
  P: 'permissions',
  T: 'tagging',
};

const [headLine = '', ...serviceLines] = catalogue.trimEnd().split('\n');
const lines: ReadonlyMap<string, string> = new Map(
  serviceLines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
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
  const service = readService(lower, JSON.parse(line) as PackedService);
  read.set(lower, service);
  return service;
}

function readService(prefix: string, packed: PackedService): CatalogueService {
  const [types, keys] = [columnOf(packed.types), columnOf(packed.keys)];
  const keySets = columnOf(packed.keySets).map((set) => placesIn(keys, set));
  const sets = (text: string): readonly (readonly string[])[] =>
    columnOf(text).map((place) => keySets[Number.parseInt(place, 36)] ?? []);
  const [levels, typesOf, keysOf] = [columnOf(packed.levels), columnOf(packed.actionTypes), sets(packed.actionKeys)];
  const actions = columnOf(packed.actions).map((name, at): [string, CatalogueAction] => {
    const resourceTypes = placesIn(types, typesOf[at] ?? '');
    const action = { service: prefix, name, levels: levelsOf(levels[at] ?? ''), resourceTypes };
    return [name.toLowerCase(), { ...action, conditionKeys: keysOf[at] ?? [] }];
  });
  const usual = `arn:\${Partition}:${prefix}:\${Region}:\${Account}:`;
  const arns = columnOf(packed.arns).map((arn) => arn.replace('~', () => usual));
  return {
    prefix,
    actions: new Map(actions),
    arnFormats: pairUp(types, arns),
    typeKeys: pairUp(types, sets(packed.typeKeys)),
    keyTypes: pairUp(keys, columnOf(packed.keyTypes)),
  };
}

/** The texts of a column; none for an empty one. */
function columnOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}

function placesIn(column: readonly string[], places: string): readonly string[] {
  return places === '' ? [] : places.split(',').flatMap((place) => column[Number.parseInt(place, 36)] ?? []);
}

function pairUp<T>(names: readonly string[], values: readonly T[]): ReadonlyMap<string, T> {
  return new Map(names.flatMap((name, at) => (at < values.length ? [[name, values[at] as T] as const] : [])));
}

function levelsOf(letters: string): readonly AccessLevel[] {
  return [...letters].flatMap((letter) => levelOf[letter] ?? []);
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
