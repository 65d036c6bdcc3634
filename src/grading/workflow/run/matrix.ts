import { entriesOf, type Tree } from '../../core/yaml/tree.ts';
import { evaluateValue, type Scope } from '../expression.ts';
import type { Value } from '../expression-values.ts';
import { isUnknown, unknown } from '../unknown.ts';

/** One job of a matrix: a value for each of its keys. */
export type Combination = Readonly<Record<string, Value>>;

/**
 * Jobs that one matrix may make.
 *
 * @source https://docs.github.com/en/enterprise-server@3.14/actions/reference/usage-limits-for-self-hosted-runners (read 2026-11-24)
 */
export const maxCombinations = 256;

/** Vectors that are multiplied; what stands behind them is left out. Two values in each of nine come to more than GitHub runs. */
const maxVectors = 64;

/** What a `matrix` comes to. `empty` names a vector without values, which GitHub refuses when the run starts. */
export interface Matrix {
  readonly combinations: readonly Combination[];
  readonly empty: string | null;
  readonly tooMany: boolean;
}

/** The combinations of a matrix in GitHub's order; one without properties when there is no matrix. */
export function expandMatrix(node: Tree | undefined, scope: Scope): Matrix {
  if (node === undefined) return { combinations: [{}], empty: null, tooMany: false };
  const whole = plain(node, scope);
  if (typeof whole === 'string' && isUnknown(whole)) return { combinations: [{}], empty: null, tooMany: false };
  const properties = asObject(whole);
  const vectors = Object.entries(properties).filter(([name]) => name !== 'include' && name !== 'exclude');
  const empty = vectors.find(([, values]) => Array.isArray(values) && values.length === 0)?.[0] ?? null;
  let combinations: Combination[] = vectors.length === 0 ? [] : [{}];
  for (const [name, values] of vectors.slice(0, maxVectors)) {
    const list = Array.isArray(values)
      ? (values as readonly Value[])
      : [isUnknownValue(values) ? unknown('output', `matrix.${name}`) : values];
    combinations = combinations
      .flatMap((base) => list.map((value) => ({ ...base, [name]: value as Value })))
      .slice(0, maxCombinations + 1);
  }
  const excluded = asList(properties['exclude']).map(asObject);
  combinations = combinations.filter((combination) => !excluded.some((pattern) => fits(combination, pattern)));
  const all = includeInto(
    combinations,
    asList(properties['include']).map(asObject),
    vectors.map(([name]) => name),
  );
  return { combinations: all.slice(0, maxCombinations), empty, tooMany: all.length > maxCombinations };
}

/** An `include` extends every combination that it does not contradict in an original vector; else it is one of its own. */
function includeInto(
  base: readonly Combination[],
  includes: readonly Combination[],
  original: readonly string[],
): readonly Combination[] {
  const extended = base.map((combination) => ({ ...combination }));
  const added: Combination[] = [];
  for (const include of includes.slice(0, maxCombinations + 1)) {
    const matching = extended.filter((combination) =>
      original.every((name) => !(name in include) || same(combination[name] ?? null, include[name] ?? null)),
    );
    for (const combination of matching) Object.assign(combination, include);
    if (matching.length === 0) added.push(include);
  }
  return [...extended, ...added];
}

function fits(combination: Combination, pattern: Combination): boolean {
  return Object.entries(pattern).every(([name, value]) => same(combination[name] ?? null, value));
}

function same(a: Value, b: Value): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function plain(node: Tree, scope: Scope): Value {
  if (node.kind === 'list') return node.items.map((item) => plain(item, scope));
  if (node.kind === 'mapping') {
    return Object.fromEntries(entriesOf(node).map(({ key, value }) => [key.text, plain(value, scope)]));
  }
  if (typeof node.value !== 'string' || !node.text.includes('${{')) return node.value;
  const { value, failed } = evaluateValue(node, scope);
  return failed === null ? value : unknown('output', 'matrix');
}

function asObject(value: Value | (() => Value) | undefined): Combination {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Combination) : {};
}

function asList(value: Value | (() => Value) | undefined): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : [];
}

function isUnknownValue(value: Value | (() => Value)): boolean {
  return typeof value === 'string' && isUnknown(value);
}
