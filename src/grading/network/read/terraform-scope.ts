import { regionOfRun } from '../document.ts';
import { evaluate, pairsOf, type Surroundings } from '../hcl/evaluate.ts';
import type { Attribute, Block, Body, Expression } from '../hcl/syntax.ts';
import { dependenceOf, itemsOf, scalar, textOf, unknown, type Value } from '../hcl/value.ts';
import { prefixListNamed } from './pieces.ts';
import { policyOf } from './terraform-policy.ts';

/** The blocks of a configuration, by what references call them. */
export interface Configuration {
  readonly variables: ReadonlyMap<string, Block>;
  readonly locals: ReadonlyMap<string, Expression>;
  /** Resources and data sources, by `aws_vpc_endpoint.s3` or `data.aws_region.current`. */
  readonly resources: ReadonlyMap<string, Block>;
}

/** Indexes a configuration. */
export function configurationOf(blocks: readonly Block[]): Configuration {
  const named = (type: string) => blocks.filter((block) => block.type === type);
  const locals = named('locals').flatMap(({ body }) =>
    body.attributes.map(({ name, value }) => [name, value] as const),
  );
  const resources = [...named('resource'), ...named('data')].map((block) => [addressOf(block), block] as const);
  return {
    variables: new Map(named('variable').map((block) => [block.labels[0] ?? '', block])),
    locals: new Map(locals),
    resources: new Map(resources),
  };
}

/** What references call a resource or data source. */
export function addressOf({ type, labels }: Block): string {
  return [...(type === 'data' ? ['data'] : []), ...labels].join('.');
}

/** The attribute of a body by its name. */
export function attributeOf({ attributes }: Body, name: string): Attribute | undefined {
  return attributes.find((attribute) => attribute.name === name);
}

/** Values that evaluation may make, for all of a configuration. */
const mostValues = 300_000;

type Range = Value['range'];

/** Works a value out once; while it does, the value depends on itself, so that a circle comes to an end. */
type Once = (name: string, range: Range, work: () => Value) => Value;

/** The surroundings of every expression of a configuration: its variables' defaults, its locals, its resources. */
export function surroundingsOf(configuration: Configuration): Surroundings {
  const known = new Map<string, Value>();
  const once: Once = (name, range, work) => {
    const value = known.get(name);
    if (value !== undefined) return value;
    known.set(name, unknown(name, range));
    const result = work();
    known.set(name, result);
    return result;
  };
  const around: Surroundings = {
    names: new Map(),
    allowance: { left: mostValues, depth: 0 },
    refer(path, range) {
      const [root, name = ''] = path;
      if (root !== 'var' && root !== 'local') return referToResource(path, range, configuration, around, once);
      const written = root === 'local' ? configuration.locals.get(name) : defaultOf(configuration.variables.get(name));
      const address = `${root}.${name}`;
      const work = () => (written === undefined ? unknown(address, range) : evaluate(written, around));
      return { value: once(address, range, work), used: 2 };
    },
  };
  return around;
}

function defaultOf(variable: Block | undefined): Expression | undefined {
  return variable === undefined ? undefined : attributeOf(variable.body, 'default')?.value;
}

/** A resource or data source that is not in the configuration is unknown with all that is asked of it. */
function referToResource(
  path: readonly string[],
  range: Range,
  { resources }: Configuration,
  around: Surroundings,
  once: Once,
): { readonly value: Value; readonly used: number } {
  const given = path[0] === 'data' ? 3 : 2;
  const steps = path.slice(given);
  const block = resources.get(path.slice(0, given).join('.'));
  if (block === undefined) return { value: unknown(path.join('.'), range), used: path.length };
  const address = addressOf(block);
  const isMany = ['for_each', 'count'].some((each) => attributeOf(block.body, each) !== undefined);
  const [key, attribute] = isMany ? steps : [undefined, steps[0]];
  if (attribute === undefined) return { value: once(address, range, () => wholeOf(block, range, around)), used: given };
  const instance = key === undefined ? address : instanceAddress(address, key);
  const work = () => attributeValue(block, instance, attribute, range, around);
  return { value: once(`${instance}.${attribute}`, range, work), used: given + (isMany ? 2 : 1) };
}

function instanceAddress(address: string, key: string): string {
  return /^\d+$/.test(key) ? `${address}[${key}]` : `${address}["${key}"]`;
}

/** A resource, or all that `for_each` or `count` make of its block, of which nothing but the ids is asked. */
function wholeOf(block: Block, range: Value['range'], around: Surroundings): Value {
  const instances = instancesOf(block, around).map(({ address, existsIf }): readonly [string, Value] => {
    const id = existsIf === null ? attributeValue(block, address, 'id', range, around) : unknown(existsIf, range);
    return [
      address.slice(addressOf(block).length).replace(/^\["?|"?\]$/g, ''),
      { kind: 'map', entries: new Map([['id', id]]), range },
    ];
  });
  const [first] = instances;
  if (attributeOf(block.body, 'for_each') !== undefined) return { kind: 'map', entries: new Map(instances), range };
  if (attributeOf(block.body, 'count') === undefined && first !== undefined) return first[1];
  return { kind: 'list', items: instances.map(([, instance]) => instance), range };
}

/** What a resource or data source tells of itself. */
function attributeValue(
  block: Block,
  address: string,
  name: string,
  range: Value['range'],
  around: Surroundings,
): Value {
  const [type = ''] = block.labels;
  if (name === 'prefix_list_id' || (name === 'id' && type.endsWith('prefix_list')))
    return scalar(prefixListNamed(address), range);
  const told = block.type === 'data' ? toldByAws(block, type, name, range, around) : null;
  if (told !== null) return told;
  if (name === 'id' && block.type === 'resource') return scalar(address, range);
  const written = attributeOf(block.body, name);
  return written === undefined ? unknown(`${address}.${name}`, range) : evaluate(written.value, around);
}

/** What data sources tell that needs no look at an account. */
function toldByAws(
  { body }: Block,
  type: string,
  name: string,
  range: Value['range'],
  around: Surroundings,
): Value | null {
  if (type === 'aws_region') return ['name', 'id', 'region'].includes(name) ? scalar(regionOfRun, range) : null;
  if (type === 'aws_partition' && name === 'partition') return scalar('aws', range);
  if (type === 'aws_partition' && name === 'reverse_dns_prefix') return scalar('com.amazonaws', range);
  if (type === 'aws_iam_policy_document' && name === 'json') return policyOf(body, range, around);
  const table = attributeOf(body, 'route_table_id');
  if (type === 'aws_route_table' && name === 'id' && table !== undefined) return evaluate(table.value, around);
  const service = attributeOf(body, 'service');
  if (type !== 'aws_vpc_endpoint_service' || name !== 'service_name' || service === undefined) return null;
  const value = evaluate(service.value, around);
  return value.kind === 'scalar' ? scalar(`com.amazonaws.${regionOfRun}.${value.value}`, value.range) : value;
}

/** One resource of those that `for_each` or `count` make of a block. */
export interface Instance {
  readonly address: string;
  readonly block: Block;
  readonly around: Surroundings;
  /** What decides whether, or how often, it exists at all; null when that is known. */
  readonly existsIf: string | null;
}

/** The resources that a block makes. */
export function instancesOf(block: Block, around: Surroundings): readonly Instance[] {
  const forEach = attributeOf(block.body, 'for_each');
  const repeated = forEach ?? attributeOf(block.body, 'count');
  if (repeated === undefined) return [{ address: addressOf(block), block, around, existsIf: null }];
  const many = evaluate(repeated.value, around);
  if (many.kind === 'unknown') return [openInstance(block, around, many.dependsOn, many.range)];
  return forEach === undefined ? countedInstances(block, around, many) : instancesForEach(block, around, many);
}

/** The one that stands for all of which nobody knows how many there are. */
function openInstance(block: Block, around: Surroundings, dependsOn: string, range: Range): Instance {
  const open = unknown(dependsOn, range);
  return { address: addressOf(block), block, around: within(around, { each: open, count: open }), existsIf: dependsOn };
}

function countedInstances(block: Block, around: Surroundings, many: Value): readonly Instance[] {
  const times = Math.min(Number(textOf(many)) || 0, around.allowance.left);
  return Array.from({ length: times }, (_, index) => ({
    address: instanceAddress(addressOf(block), String(index)),
    block,
    around: within(around, { count: mapOf({ index: scalar(index, many.range) }, many.range) }),
    existsIf: null,
  }));
}

function instancesForEach(block: Block, around: Surroundings, many: Value): readonly Instance[] {
  return pairsOf(many).map(([key, value]) => {
    // Of a set each text is its own key.
    const name = many.kind === 'map' ? key : value;
    return {
      address: `${addressOf(block)}["${textOf(name) ?? ''}"]`,
      block,
      around: within(around, { each: mapOf({ key: name, value }, value.range) }),
      existsIf: dependenceOf(name),
    };
  });
}

function mapOf(entries: Readonly<Record<string, Value>>, range: Range): Value {
  return { kind: 'map', entries: new Map(Object.entries(entries)), range };
}

function within(around: Surroundings, names: Readonly<Record<string, Value>>): Surroundings {
  return { ...around, names: new Map([...around.names, ...Object.entries(names)]) };
}

/** Reads one argument of a resource or of a block in it; null when it is left out. */
export type Argument = (name: string) => Value | null;

export function argumentsOf(body: Body, around: Surroundings): Argument {
  return (name) => {
    const written = attributeOf(body, name);
    const value = written === undefined ? null : evaluate(written.value, around);
    return value?.kind === 'absent' ? null : value;
  };
}

/** A block inside of a resource: its arguments and its place. */
export interface Nested {
  readonly argument: Argument;
  readonly range: Value['range'];
}

/** The blocks of a type in a body, those of `dynamic` ones too, or the list that may stand in their place. */
export function nestedIn(body: Body, type: string, around: Surroundings): readonly Nested[] {
  const written = body.blocks.filter((block) => block.type === type);
  const dynamic = body.blocks.filter((block) => block.type === 'dynamic' && block.labels[0] === type);
  const listed = attributeOf(body, type);
  return [
    ...written.map(({ body: inner, range }) => ({ argument: argumentsOf(inner, around), range })),
    ...dynamic.flatMap((block) => dynamicBlocks(block, type, around)),
    ...(listed === undefined ? [] : itemsOf(evaluate(listed.value, around)).map(nestedFrom)),
  ];
}

function dynamicBlocks({ body, range }: Block, type: string, around: Surroundings): readonly Nested[] {
  const over = attributeOf(body, 'for_each');
  const content = body.blocks.find((block) => block.type === 'content');
  const named = attributeOf(body, 'iterator')?.value;
  const iterator = named?.kind === 'name' ? named.name : type;
  if (over === undefined || content === undefined) return [];
  const whole = evaluate(over.value, around);
  if (whole.kind === 'unknown') return [nestedFrom(whole)];
  return pairsOf(whole).map(([key, value]) => {
    const item = mapOf({ key, value }, value.range);
    return { argument: argumentsOf(content.body, within(around, { [iterator]: item })), range };
  });
}

function nestedFrom(value: Value): Nested {
  return {
    range: value.range,
    argument: (name) => {
      if (value.kind === 'unknown') return value;
      const part = value.kind === 'map' ? value.entries.get(name) : undefined;
      return part === undefined || part.kind === 'absent' ? null : part;
    },
  };
}
