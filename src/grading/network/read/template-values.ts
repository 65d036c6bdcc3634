import type { SourceRange } from '../../core/types.ts';
import { innerRange, keyText, plainLeaf, type Tree, textOf, valueAt } from '../../core/yaml/tree.ts';
import { regionOfRun } from '../document.ts';
import { divide, type FunctionOfValues, join, select, split, type Value } from './template-functions.ts';
import { type Intrinsic, intrinsicOf, mostOpenConditions, type Scope, take } from './template-scope.ts';

/**
 * What an expression comes to when the stack is created with the parameters' defaults.
 *
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html (read 2026-11-24)
 */
export function evaluate(tree: Tree, scope: Scope): Value {
  const call = intrinsicOf(tree);
  const range = call === null ? innerRange(tree) : placeOfCall(tree, call);
  if (call !== null) return evaluateCall(call, scope, range);
  if (tree.kind === 'list') return { kind: 'list', items: tree.items.map((item) => evaluate(item, scope)), range };
  if (tree.kind === 'mapping')
    return { kind: 'unknown', dependsOn: keyText(tree.entries[0] ?? emptyEntry(range)), range };
  return tree.value === null ? { kind: 'absent', range } : { kind: 'text', text: String(tree.value), range };
}

function evaluateCall({ name, argument }: Intrinsic, scope: Scope, range: SourceRange): Value {
  const value = (functions.get(name) ?? unknownFunction(name))(argument, scope, range);
  const size = value.kind === 'text' ? value.text.length : value.kind === 'list' ? value.items.length : 0;
  return take(size, scope, range) ? value : { kind: 'unknown', dependsOn: nameOfCall(name), range };
}

function nameOfCall(name: string): string {
  return name === 'Ref' ? name : `Fn::${name}`;
}

/** What is underlined of a call: the text that it is about, where it is one. */
function placeOfCall(tree: Tree, { argument }: Intrinsic): SourceRange {
  const subject = argument.kind === 'list' ? argument.items[0] : argument;
  return subject?.kind === 'leaf' && subject.written !== '' ? innerRange(subject) : innerRange(tree);
}

function emptyEntry(range: SourceRange) {
  const key = plainLeaf('{}', range);
  return { key, value: key, range };
}

/**
 * A whole piece of a template as a plain value, its functions evaluated; `dependsOn` is the first of them that has no value here. The
 * region of the run keeps its mark, `regionOfRun`.
 */
export function plainlyEvaluated(
  tree: Tree,
  scope: Scope,
): { readonly value: unknown; readonly dependsOn: string | null } {
  let dependsOn: string | null = null;
  const plainOf = (piece: Tree): unknown => {
    if (intrinsicOf(piece) !== null) return plainOfValue(evaluate(piece, scope));
    if (piece.kind === 'leaf') return piece.value;
    if (piece.kind === 'list') return piece.items.map(plainOf);
    return Object.fromEntries(piece.entries.map((entry) => [keyText(entry), plainOf(entry.value)]));
  };
  const plainOfValue = (value: Value): unknown => {
    if (value.kind === 'list') return value.items.map(plainOfValue);
    if (value.kind === 'text') return value.text;
    if (value.kind === 'unknown') dependsOn ??= value.dependsOn;
    return undefined;
  };
  const value = plainOf(tree);
  return { value, dependsOn };
}

type Evaluator = (argument: Tree, scope: Scope, range: SourceRange) => Value;

const unknownFunction =
  (name: string): Evaluator =>
  (argument, _scope, range) => ({ kind: 'unknown', dependsOn: textOf(argument) ?? `Fn::${name}`, range });

/** A function that asks for nothing but what its list of arguments comes to. */
const ofValues =
  (call: FunctionOfValues): Evaluator =>
  (argument, scope, range) =>
    call(argument.kind === 'list' ? argument.items.map((item) => evaluate(item, scope)) : [], scope, range);

const functions: ReadonlyMap<string, Evaluator> = new Map(
  Object.entries<Evaluator>({
    Ref: (argument, scope, range) => referTo(textOf(argument) ?? '', scope, range),
    GetAtt: (argument, scope, range) => attributeOf(argument, scope, range),
    Sub: (argument, scope, range) => substitute(argument, scope, range),
    Join: ofValues(join),
    Select: ofValues(select),
    Split: ofValues(split),
    Cidr: ofValues(divide),
    If: (argument, scope, range) => choose(argument, scope, range),
    FindInMap: (argument, scope, range) => findInMap(argument, scope, range),
  }),
);

/** @source https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html (read 2026-11-24) */
const pseudoParameters: ReadonlyMap<string, string> = new Map([
  ['AWS::Region', regionOfRun],
  ['AWS::Partition', 'aws'],
  ['AWS::URLSuffix', 'amazonaws.com'],
]);

function referTo(name: string, scope: Scope, range: SourceRange): Value {
  const pseudo = pseudoParameters.get(name);
  if (pseudo !== undefined) return { kind: 'text', text: pseudo, range };
  if (name === 'AWS::NoValue') return { kind: 'absent', range };
  if (name.startsWith('AWS::')) return { kind: 'unknown', dependsOn: name, range };
  const parameter = scope.find('Parameters', name);
  if (parameter !== undefined) return defaultOf(parameter, name, range);
  if (scope.find('Resources', name) === undefined) scope.unresolved(name, range);
  return { kind: 'text', text: name, range };
}

function defaultOf(parameter: Tree, name: string, range: SourceRange): Value {
  const type = textOf(valueAt(parameter, 'Type')) ?? 'String';
  const text = textOf(valueAt(parameter, 'Default'));
  if (text === null || type.startsWith('AWS::SSM::')) return { kind: 'unknown', dependsOn: name, range };
  const list = type === 'CommaDelimitedList' || type.startsWith('List<');
  if (!list) return { kind: 'text', text, range };
  return { kind: 'list', items: text.split(',').map((item) => ({ kind: 'text', text: item.trim(), range })), range };
}

/** Attributes that tell a resource from others; it is known by its logical id then. */
const identities: ReadonlySet<string | null | undefined> = new Set([
  'GroupId',
  'Id',
  'NatGatewayId',
  'InternetGatewayId',
  'PrefixListId',
  'RouteTableId',
  'SubnetId',
  'VpcId',
]);

/** Of the other attributes the range of a VPC or subnet is known: it is the one that it was given. */
function attributeOf(argument: Tree, scope: Scope, range: SourceRange): Value {
  const written = argument.kind === 'list' ? (textOf(argument.items[0]) ?? '') : (textOf(argument) ?? '');
  const [name = '', attribute] = argument.kind === 'list' ? [written, textOf(argument.items[1])] : written.split('.');
  const resource = scope.find('Resources', name);
  if (resource === undefined) scope.unresolved(name, range);
  if (identities.has(attribute)) return { kind: 'text', text: name, range };
  const block = attribute === 'CidrBlock' ? valueAt(valueAt(resource, 'Properties'), attribute) : undefined;
  return block !== undefined && (isLiteral(block) || intrinsicOf(block)?.name === 'Ref')
    ? evaluate(block, scope)
    : { kind: 'unknown', dependsOn: `${name}.${attribute ?? ''}`, range };
}

function substitute(argument: Tree, scope: Scope, range: SourceRange): Value {
  const pattern = textOf(argument.kind === 'list' ? argument.items[0] : argument);
  if (pattern === null) return { kind: 'unknown', dependsOn: 'Fn::Sub', range };
  const valueNamed = lookUp(argument.kind === 'list' ? argument.items[1] : undefined, scope, range);
  let dependsOn: string | null = null;
  const text = pattern.replace(/\$\{([^}]*)\}/g, (_, written: string) => {
    if (written.startsWith('!')) return `\${${written.slice(1)}}`;
    const name = written.trim();
    const value = valueNamed(name);
    if (value.kind === 'text') return take(value.text.length, scope, range) ? value.text : '';
    dependsOn ??= value.kind === 'unknown' ? value.dependsOn : name;
    return '';
  });
  return dependsOn === null ? { kind: 'text', text, range } : { kind: 'unknown', dependsOn, range };
}

/** The values of the names in a `Fn::Sub`: its own first, each evaluated once however often it is named. */
function lookUp(own: Tree | undefined, scope: Scope, range: SourceRange): (name: string) => Value {
  const values = new Map<string, Value>();
  return (name) => {
    const local = valueAt(own, name);
    const value = values.get(name) ?? (local === undefined ? referenceIn(name, scope, range) : evaluate(local, scope));
    values.set(name, value);
    return value;
  };
}

function referenceIn(name: string, scope: Scope, range: SourceRange): Value {
  if (!name.includes('.')) return referTo(name, scope, range);
  return attributeOf(plainLeaf(name, range), scope, range);
}

function choose(argument: Tree, scope: Scope, range: SourceRange): Value {
  const [condition, yes, no] = argument.kind === 'list' ? argument.items : [];
  const name = textOf(condition) ?? '';
  const holds = conditionHolds(name, scope, range);
  if (typeof holds === 'string') return { kind: 'unknown', dependsOn: holds, range };
  const branch = holds ? yes : no;
  return branch === undefined ? { kind: 'absent', range } : evaluate(branch, scope);
}

/**
 * The tree that is meant where `Fn::If` may choose between two: none for `AWS::NoValue`, and the name of what the choice depends on
 * when that is not in the template.
 */
export function branchesOf(tree: Tree, scope: Scope): readonly (Tree | string)[] {
  const call = intrinsicOf(tree);
  if (call?.name === 'Ref' && textOf(call.argument) === 'AWS::NoValue') return [];
  if (call?.name !== 'If' || call.argument.kind !== 'list') return [tree];
  const [condition, yes, no] = call.argument.items;
  const holds = conditionHolds(textOf(condition) ?? '', scope, tree.range);
  if (typeof holds === 'string') return [holds];
  const branch = holds ? yes : no;
  return branch === undefined ? [] : branchesOf(branch, scope);
}

/**
 * Values of a mapping are literal; a function that stands there stays unknown.
 *
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/mappings-section-structure.html (read 2026-11-24)
 */
function findInMap(argument: Tree, scope: Scope, range: SourceRange): Value {
  const keys = argument.kind === 'list' ? argument.items.map((item) => evaluate(item, scope)) : [];
  const texts = keys.map((key) => (key.kind === 'text' ? key.text : ''));
  const [map = '', first = '', second = ''] = texts;
  const found = valueAt(valueAt(scope.find('Mappings', map), first), second);
  return found !== undefined && isLiteral(found)
    ? evaluate(found, scope)
    : { kind: 'unknown', dependsOn: map || 'Fn::FindInMap', range };
}

function isLiteral(tree: Tree): boolean {
  if (intrinsicOf(tree) !== null || tree.kind === 'mapping') return false;
  return tree.kind === 'leaf' || tree.items.every(isLiteral);
}

/**
 * Whether a condition holds with the parameters' defaults; the name of what it depends on when that is not in the template.
 *
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html (read 2026-11-24)
 */
export function conditionHolds(name: string, scope: Scope, range: SourceRange): boolean | string {
  const known = scope.conditions.get(name);
  if (known !== undefined) return known;
  const condition = scope.find('Conditions', name);
  const { allowance, conditions } = scope;
  if (condition !== undefined && allowance.openConditions >= mostOpenConditions) return name;
  conditions.set(name, name);
  if (condition === undefined) {
    scope.unresolved(name, range);
    return name;
  }
  allowance.openConditions++;
  const result = holds(condition, name, scope);
  allowance.openConditions--;
  conditions.set(name, result);
  return result;
}

function holds(tree: Tree, name: string, scope: Scope): boolean | string {
  const call = intrinsicOf(tree);
  const operands = call?.argument.kind === 'list' ? call.argument.items : [];
  if (call?.name === 'Condition') return conditionHolds(textOf(call.argument) ?? '', scope, tree.range);
  if (call?.name === 'Equals') return equals(operands, name, scope);
  const results = operands.map((operand) => holds(operand, name, scope));
  const unknown = results.find((result) => typeof result === 'string');
  if (call?.name === 'Not') return typeof results[0] === 'boolean' ? !results[0] : (unknown ?? name);
  if (call?.name === 'And') return results.includes(false) ? false : (unknown ?? true);
  if (call?.name === 'Or') return results.includes(true) ? true : (unknown ?? false);
  return name;
}

function equals(operands: readonly Tree[], name: string, scope: Scope): boolean | string {
  const [left, right] = operands.map((operand) => evaluate(operand, scope));
  if (left?.kind === 'unknown') return left.dependsOn;
  if (right?.kind === 'unknown') return right.dependsOn;
  if (left?.kind !== 'text' || right?.kind !== 'text') return name;
  const region = left.text.includes(regionOfRun) || right.text.includes(regionOfRun);
  return region ? 'AWS::Region' : left.text === right.text;
}
