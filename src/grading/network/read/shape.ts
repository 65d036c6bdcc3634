import type { ErrorObject } from 'ajv';
import { hasLookAlikes, toAscii } from '../../core/look-alikes.ts';
import { nearest } from '../../core/nearest.ts';
import type { Diagnostic, Source, SourceRange } from '../../core/types.ts';
import { entryOf, plainValue, type Tree, textOf, valueAt } from '../../core/yaml/tree.ts';
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
  if (fitsLongForm(bare ? { endpoints: plain } : plain)) return [];
  const errors = (fitsLongForm.errors ?? []).filter(
    (error) => !(endpointsElsewhere && error.keyword === 'required' && error.instancePath === ''),
  );
  const place: Place = {
    pieceOf: (path) => pieceAt(tree, bare ? path.slice(1) : path),
    keysAt: longFormKeys,
    sourceOf: () => sources.createEndpoint,
  };
  return describe(errors, place);
}

/** Properties that CloudFormation does not know at the resources read here, and required ones that are missing. */
export function checkTemplate(tree: Tree): readonly Diagnostic[] {
  if (fitsTemplate(plainValue(tree))) return [];
  const place: Place = {
    pieceOf: (path) => pieceAt(tree, path),
    keysAt: (path) => templateKeys(path, tree),
    sourceOf: (path) => sourceOfType[typeAt(path, tree)] ?? sources.createEndpoint,
  };
  return describe(fitsTemplate.errors ?? [], place);
}

/** What an error's path leads to: the piece of text, the keys that are known there, and the page that lists them. */
interface Place {
  readonly pieceOf: (path: readonly string[]) => Tree;
  readonly keysAt: (path: readonly string[]) => readonly string[];
  readonly sourceOf: (path: readonly string[]) => Source;
}

/**
 * The validator's errors as diagnostics, each at the piece of text it is about. `if` and `allOf` only wrap other errors, and a key
 * that is missing because it is misspelt, or has look-alikes in it, is one fault and not two.
 */
function describe(errors: readonly ErrorObject[], { pieceOf, keysAt, sourceOf }: Place): readonly Diagnostic[] {
  const misspelt = new Set<string>();
  const unknown = errors
    .filter(({ keyword }) => keyword === 'additionalProperties')
    .flatMap((error) => {
      const path = pathOf(error);
      const key = String(error.params['additionalProperty']);
      const choices = keysAt(path);
      const lookAlike = hasLookAlikes(key);
      const meant = lookAlike
        ? (choices.find((choice) => toAscii(key).startsWith(choice)) ?? null)
        : meantBy(key, choices);
      if (meant !== null) misspelt.add(`${error.instancePath} ${meant}`);
      return lookAlike ? [] : [unknownKey(pieceOf(path), key, meant, choices, sourceOf(path))];
    });
  const others = errors.flatMap((error) => {
    const path = pathOf(error);
    const place = pieceOf(path);
    if (error.keyword === 'type' || error.keyword === 'enum') return [wrongValue(place, error)];
    const key = String(error.params['missingProperty']);
    if (error.keyword !== 'required' || misspelt.has(`${error.instancePath} ${key}`)) return [];
    return [found('error', 'network/missing-key', { key }, firstLine(place), sourceOf(path))];
  });
  return [...unknown, ...others];
}

function pathOf({ instancePath }: ErrorObject): readonly string[] {
  return instancePath.split('/').slice(1).map(decodePointer);
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

function meantBy(key: string, choices: readonly string[]): string | null {
  const synonym = synonyms[key];
  return synonym !== undefined && choices.includes(synonym) ? synonym : nearest(key, choices);
}

function unknownKey(
  place: Tree,
  key: string,
  meant: string | null,
  choices: readonly string[],
  source: Source,
): Diagnostic {
  const range = entryOf(place, key)?.key.range ?? place.range;
  if (meant === null) {
    const known = choices.map((choice) => `\`${choice}\``).join(', ');
    return found('error', 'network/unknown-key', { key: quoted(key), known }, range, source);
  }
  const fixes = entryOf(place, meant) === undefined ? replaceWith(meant, range) : [];
  return found('error', 'network/misspelt-key', { key: quoted(key), meant }, range, source, { fixes });
}

type Definitions = Readonly<Record<string, object>>;

/** The keys that the long form knows at a place; a path counts list items and names of groups as steps. */
function longFormKeys([section, , direction]: readonly string[]): readonly string[] {
  if (section === undefined) return Object.keys(longForm.properties);
  if (section === 'endpoints') return keysOf(longForm.definitions, 'endpoint');
  const rule = direction === 'outbound' ? 'outboundRule' : 'inboundRule';
  return keysOf(longForm.definitions, direction === undefined ? 'group' : rule);
}

const definitionOfType: Readonly<Record<string, string>> = {
  'AWS::EC2::VPCEndpoint': 'endpoint',
  'AWS::EC2::SecurityGroup': 'group',
  'AWS::EC2::SecurityGroupIngress': 'ingress',
  'AWS::EC2::RouteTable': 'routeTable',
  'AWS::EC2::Route': 'route',
  'AWS::EC2::SubnetRouteTableAssociation': 'tableUse',
};

const sourceOfType: Readonly<Record<string, Source>> = {
  'AWS::EC2::RouteTable': sources.templateTables,
  'AWS::EC2::Route': sources.templateRoutes,
  'AWS::EC2::SubnetRouteTableAssociation': sources.templateTableUses,
};

/** The properties that CloudFormation knows at a place: `Resources`, logical id, `Properties`, and perhaps one of a list of rules. */
function templateKeys(path: readonly string[], root: Tree): readonly string[] {
  if (path.length > 3) return keysOf(template.definitions, 'rule');
  return keysOf(template.definitions, definitionOfType[typeAt(path, root)] ?? '');
}

/** The type of the resource that a path leads into. */
function typeAt(path: readonly string[], root: Tree): string {
  return textOf(valueAt(pieceAt(root, path.slice(0, 2)), 'Type')) ?? '';
}

function keysOf(definitions: Definitions, name: string): readonly string[] {
  return Object.keys((definitions[name] as { properties?: object } | undefined)?.properties ?? {});
}

const needs = {
  array: 'network/needs-list',
  object: 'network/needs-keys',
  boolean: 'network/needs-boolean',
} as const;

/** A value in a few characters. */
function writtenAs(tree: Tree): string {
  if (tree.kind === 'leaf') return textOf(tree) ?? 'null';
  return tree.kind === 'list' ? '[…]' : '{…}';
}

function wrongValue(place: Tree, error: ErrorObject): Diagnostic {
  const written = quoted(writtenAs(place));
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
