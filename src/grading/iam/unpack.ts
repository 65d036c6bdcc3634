/** How an action touches its resource. @source https://docs.aws.amazon.com/service-authorization/latest/reference/ (read 2026-11-24) */
export type AccessLevel = 'list' | 'read' | 'write' | 'permissions' | 'tagging';

/** One action of the catalogue. Without resource types it is requested on `*`. */
export interface CatalogueAction {
  readonly service: string;
  readonly name: string;
  readonly levels: readonly AccessLevel[];
  readonly resourceTypes: readonly string[];
  /** What a request for it may carry: its own keys, then those of its resource types. */
  readonly conditionKeys: readonly string[];
}

/** One service of the catalogue. */
export interface CatalogueService {
  readonly prefix: string;
  /** By lower-case name. */
  readonly actions: ReadonlyMap<string, CatalogueAction>;
  /** ARN formats by resource type, with `${Region}` and the like where names go. */
  readonly arnFormats: ReadonlyMap<string, string>;
  /** Types of condition keys by key: `String`, `ARN`, `ArrayOfString`… */
  readonly keyTypes: ReadonlyMap<string, string>;
}

/**
 * The columns of a service in the packed catalogue, one service a line, with tabs between columns and blanks between their entries. What refers
 * to another column says the place in it, in base 36; several with commas between.
 *
 * - `verbs`: `Create/W`, a verb and the first letters of the access levels that most of its actions have;
 * - `nouns`: `1Key:01.` after `AccessPoint`: of the noun before, one word stays, so `AccessKey`; and there are actions with the first verb and,
 *   in the plural, with the second. A verb’s place is one digit in base 36, or `_` and a digit from 36 on. These are the service’s actions, in
 *   the order of the next columns;
 * - `levels`: of an action that has others than its verb;
 * - `actionTypes`: places in `types`;
 * - `actionKeys`, `typeKeys`: a place in `keySets`; an action has the keys of its types besides;
 * - `types`: `NetworkInterface` for `network-interface`; one that is not spelt so stands behind a hyphen;
 * - `arns`: with the signs of `arnSigns`;
 * - `keys`: those of the service itself begin with their colon;
 * - `keySets`: places in `keys`.
 */
export const packedColumns = [
  'verbs',
  'nouns',
  'levels',
  'actionTypes',
  'actionKeys',
  'types',
  'arns',
  'typeKeys',
  'keys',
  'keyTypes',
  'keySets',
] as const;

export type PackedColumn = (typeof packedColumns)[number];

const levelOf: Readonly<Record<string, AccessLevel>> = {
  L: 'list',
  R: 'read',
  W: 'write',
  P: 'permissions',
  T: 'tagging',
};

/** Reads one service from its line, without the prefix. */
export function unpackService(prefix: string, line: string): CatalogueService {
  const columns = columnsOf(line);
  const keys = columns('keys').map((key) => (key.startsWith(':') ? prefix + key : key));
  const keySets = columns('keySets').map((places) => pick(keys, places));
  const keysOf = (column: 'actionKeys' | 'typeKeys', at: number): readonly string[] =>
    pick(keySets, columns(column)[at]).flat();
  const types = columns('types').map((word, at) => ({
    name: typeNamed(word),
    arn: writeOut(columns('arns')[at] ?? '', arnSigns(prefix, word)),
    keys: keysOf('typeKeys', at),
  }));
  const actions = namesOf(columns).map(({ name, levels }, at): CatalogueAction => {
    const taken = pick(types, columns('actionTypes')[at]);
    return {
      service: prefix,
      name,
      levels: [...(columns('levels')[at] || levels)].flatMap((letter) => levelOf[letter] ?? []),
      resourceTypes: taken.map((type) => type.name),
      conditionKeys: [...new Set([...keysOf('actionKeys', at), ...taken.flatMap((type) => type.keys)])],
    };
  });
  return {
    prefix,
    actions: new Map(actions.map((action) => [action.name.toLowerCase(), action])),
    arnFormats: new Map(types.map(({ name, arn }) => [name, arn])),
    keyTypes: new Map(keys.map((key, at) => [key, columns('keyTypes')[at] ?? ''])),
  };
}

/** The entries of each column; none for an empty one. */
function columnsOf(line: string): (column: PackedColumn) => readonly string[] {
  const texts = line.split('\t');
  const columns = new Map(packedColumns.map((column, at) => [column, texts[at] ? texts[at].split(' ') : []] as const));
  return (column) => columns.get(column) ?? [];
}

/** The words of a noun: `IPv6`, `Ip` and `VPC` are one each. */
export function wordsOf(noun: string): readonly string[] {
  return noun.match(/[A-Z]+(?![a-z])|[A-Z]?[^A-Z]+/g) ?? [];
}

/** The actions’ names, each with the letters of the levels that go with its verb. */
function namesOf(columns: (column: PackedColumn) => readonly string[]): readonly { name: string; levels: string }[] {
  const verbs = columns('verbs').map((entry) => entry.split('/'));
  let words: readonly string[] = [];
  return columns('nouns').flatMap((entry) => {
    const [noun = '', forms = ''] = entry.split(':');
    words = [...words.slice(0, Number(noun[0])), ...wordsOf(noun.slice(1))];
    return Array.from(forms.matchAll(/(_?[^_.])(\.?)/g), ([, place = '', plural]) => {
      const [verb, levels = ''] = verbs[Number.parseInt(place.replace('_', '1'), 36)] ?? [];
      return { name: `${verb}${words.join('')}${plural ? 's' : ''}`, levels };
    });
  });
}

/** What stands at these places of a column. */
function pick<T>(column: readonly T[], places = ''): readonly T[] {
  return places === '' ? [] : places.split(',').flatMap((place) => column[Number.parseInt(place, 36)] ?? []);
}

/** The name of a resource type that is packed as a word. */
export function typeNamed(word: string): string {
  return word.startsWith('-') ? word.slice(1) : word.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
}

/** What stands for parts that many ARN formats have, in the format of the type that is packed as a word. */
export function arnSigns(prefix: string, word: string): ReadonlyMap<string, string> {
  return new Map([
    ['~', `arn:\${Partition}:${prefix}:\${Region}:\${Account}:`],
    ['=', `${typeNamed(word)}/`],
    ['@', `\${${word}Id}`],
    ['%', `\${${word}Name}`],
  ]);
}

function writeOut(format: string, signs: ReadonlyMap<string, string>): string {
  return [...signs].reduce((text, [sign, meaning]) => text.replace(sign, () => meaning), format);
}
