import type { ErrorObject } from 'ajv';
import { nearest } from '../../core/nearest.ts';
import type { Diagnostic, SourceRange } from '../../core/types.ts';
import { entryOf, plainValue, type Tree, textOf } from '../../core/yaml/tree.ts';
import { found, quoted, replaceWith } from '../diagnostic.ts';
import longForm from '../endpoints.schema.json';
import { validate as fitsLongForm } from '../endpoints.schema.json?ajv';
import { sources } from '../facts/sources.ts';
import template from '../template.schema.json';
import { validate as fitsTemplate } from '../template.schema.json?ajv';

/** Keys of other tools for what this file format calls otherwise. */
const synonyms: Readonly<Record<string, string>> = {
  ingress: 'inbound',
  egress: 'outbound',
  cidr: 'source',
  from: 'source',
  ports: 'port',
  serviceName: 'service',
  name: 'service',
  vpcEndpointType: 'type',
  privateDnsEnabled: 'privateDns',
  securityGroupIds: 'securityGroups',
  groups: 'securityGroups',
  routeTableIds: 'routeTables',
};

/** What does not have the shape of the long or the short form. A list at the top counts as the list under `endpoints`. */
export function checkLongForm(tree: Tree, endpointsElsewhere: boolean): readonly Diagnostic[] {
  const plain = plainValue(tree);
  const bare = tree.kind === 'list';
  const value = bare ? { endpoints: plain } : plain;
  if (fitsLongForm(value)) return [];
  return (fitsLongForm.errors ?? [])
    .filter((error) => !(endpointsElsewhere && error.keyword === 'required' && error.instancePath === ''))
    .flatMap((error) => describe(error, tree, longForm, bare ? 1 : 0));
}

/** Properties that CloudFormation does not know at the resources read here, and required ones that are missing. */
export function checkTemplate(tree: Tree): readonly Diagnostic[] {
  if (fitsTemplate(plainValue(tree))) return [];
  return (fitsTemplate.errors ?? []).flatMap((error) => describe(error, tree, template, 0));
}

/** One error of the validator as a diagnostic at the piece of text it is about. `if` and `allOf` only wrap other errors. */
function describe(error: ErrorObject, root: Tree, schema: object, leadingKeys: number): readonly Diagnostic[] {
  const path = error.instancePath
    .split('/')
    .slice(1 + leadingKeys)
    .map(decodePointer);
  const place = pieceAt(root, path);
  if (error.keyword === 'additionalProperties') return [unknownKey(place, error, schema)];
  if (error.keyword === 'required') {
    const key = String(error.params['missingProperty']);
    return [found('error', 'network/missing-key', { key }, firstLine(place), sources.createEndpoint)];
  }
  if (error.keyword === 'type' || error.keyword === 'enum') return [wrongValue(place, error)];
  return [];
}

function decodePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function pieceAt(root: Tree, path: readonly string[]): Tree {
  let tree = root;
  for (const part of path) {
    const next = tree.kind === 'list' ? tree.items[Number(part)] : entryOf(tree, part)?.value;
    if (next === undefined) break;
    tree = next;
  }
  return tree;
}

function unknownKey(place: Tree, error: ErrorObject, schema: object): Diagnostic {
  const key = String(error.params['additionalProperty']);
  const range = entryOf(place, key)?.key.range ?? place.range;
  const choices = keysAt(schema, error.schemaPath);
  const synonym = synonyms[key];
  const meant = synonym !== undefined && choices.includes(synonym) ? synonym : nearest(key, choices);
  if (meant === null) {
    const list = choices.map((choice) => `\`${choice}\``).join(', ');
    return found('error', 'network/unknown-key', { key: quoted(key), known: list }, range, sources.createEndpoint);
  }
  const taken = entryOf(place, meant) !== undefined;
  const fixes = taken ? [] : replaceWith(meant, range);
  return found('error', 'network/misspelt-key', { key: quoted(key), meant }, range, sources.createEndpoint, { fixes });
}

/** The keys that the schema has where an error arose. */
function keysAt(schema: object, schemaPath: string): readonly string[] {
  const parts = schemaPath.split('/').slice(1, -1).map(decodePointer);
  const place = parts.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], schema);
  return Object.keys((place as { properties?: object } | undefined)?.properties ?? {});
}

const needs = {
  array: 'network/needs-list',
  object: 'network/needs-keys',
  boolean: 'network/needs-boolean',
} as const;

function wrongValue(place: Tree, error: ErrorObject): Diagnostic {
  const written = quoted(textOf(place) ?? (place.kind === 'list' ? '[…]' : place.kind === 'mapping' ? '{…}' : ''));
  const range = firstLine(place);
  if (error.keyword === 'enum') {
    const choices = error.params['allowedValues'] as readonly string[];
    const fixes = replaceWith(nearest(written, choices), place.range);
    return found(
      'error',
      'network/needs-choice',
      { written, choices: choices.join(', ') },
      range,
      sources.createEndpoint,
      { fixes },
    );
  }
  const type = [error.params['type']].flat()[0] as keyof typeof needs;
  const code = needs[type] ?? 'network/needs-text';
  const fixes = type === 'boolean' ? replaceWith(nearest(written, ['true', 'false']), place.range) : [];
  return found('error', code, { written }, range, sources.createEndpoint, { fixes });
}

/** The first line of a piece that may be many lines long: the first key of a mapping, the first item of a list. */
function firstLine(tree: Tree): SourceRange {
  if (tree.kind === 'mapping' && tree.entries[0]) {
    const [{ key, value }] = tree.entries as [(typeof tree.entries)[0]];
    return value.kind === 'leaf' ? { ...key.range, end: Math.max(key.range.end, value.range.end) } : key.range;
  }
  if (tree.kind === 'list' && tree.items[0]) return firstLine(tree.items[0]);
  return tree.range;
}
