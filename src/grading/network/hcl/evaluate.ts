import { callFunction } from './functions.ts';
import type { Access, Expression, ForExpression, Operation, Template } from './syntax.ts';
import { dependenceOf, itemsOf, scalar, sizeOf, textOf, unknown, type Value } from './value.ts';

/** What names stand for where an expression is written. */
export interface Surroundings {
  /** Values of names of this place alone: `each`, `count`, what a `for` or a dynamic block calls its items. */
  readonly names: ReadonlyMap<string, Value>;
  /** What a reference to something outside comes to: `var.region`, `aws_vpc.main.id`, with the steps that may still follow it. */
  refer(path: readonly string[], at: Value['range']): { readonly value: Value; readonly used: number };
  /** What evaluation may still cost; a few lines of loops in loops ask for millions of values. */
  readonly allowance: { left: number; depth: number };
}

const deepest = 300;
const largest = 5000;

/** What an expression comes to. Total: what is not evaluated here is unknown, and named. */
export function evaluate(expression: Expression, around: Surroundings): Value {
  const { allowance } = around;
  if (--allowance.left < 0 || allowance.depth > deepest) return unknown('…', expression.range);
  allowance.depth++;
  const value = evaluateHere(expression, around);
  allowance.depth--;
  return bounded(value, around);
}

/** The value, unless it is larger than is read; what it takes is taken from the allowance. */
function bounded(value: Value, { allowance }: Surroundings): Value {
  const size = sizeOf(value);
  if (size > largest) return unknown('…', value.range);
  if (value.kind !== 'list' && value.kind !== 'map') allowance.left -= size;
  return value;
}

function evaluateHere(expression: Expression, around: Surroundings): Value {
  const { range } = expression;
  switch (expression.kind) {
    case 'literal':
      return expression.value === null ? { kind: 'absent', range } : scalar(expression.value, range);
    case 'template':
      return evaluateTemplate(expression, around);
    case 'list':
      return { kind: 'list', items: expression.items.map((item) => evaluate(item, around)), range };
    case 'object': {
      const entries = expression.entries.map(
        ({ key, value }) => [textOf(evaluate(key, around)) ?? '', evaluate(value, around)] as const,
      );
      return { kind: 'map', entries: new Map(entries), range };
    }
    case 'for':
      return evaluateFor(expression, around);
    case 'call':
      return callFunction(
        expression.name,
        expression.items.map((item) => evaluate(item, around)),
        range,
      );
    case 'conditional': {
      const holds = evaluate(expression.condition, around);
      if (holds.kind === 'unknown') return holds;
      return evaluate(textOf(holds) === 'true' ? expression.yes : expression.no, around);
    }
    case 'operation':
      return evaluateOperation(expression, around);
    case 'name':
    case 'access':
      return evaluatePath(expression, around);
    case 'unread':
      return unknown('%{…}', range);
  }
}

/** A text that is made from an item of a loop has the place of the item: that is where it was written. */
function evaluateTemplate({ parts, range }: Template, around: Surroundings): Value {
  const values = parts.map((part) => evaluate(part, around));
  const open = values.find(({ kind }) => kind === 'unknown');
  if (open?.kind === 'unknown') return unknown(open.dependsOn, range);
  if (values.reduce((sum, value) => sum + sizeOf(value), 0) > largest) return unknown('…', range);
  const ofLoop = parts.findIndex((part) => around.names.has(rootOf(part) ?? ''));
  return scalar(values.map((value) => textOf(value) ?? '').join(''), values[ofLoop]?.range ?? range);
}

function rootOf(expression: Expression): string | null {
  let root = expression;
  while (root.kind === 'access') root = root.of;
  return root.kind === 'name' ? root.name : null;
}

/** The pairs that a loop goes over: index and item, or key and value. */
export function pairsOf(value: Value): readonly (readonly [Value, Value])[] {
  if (value.kind === 'map') return [...value.entries].map(([key, each]) => [scalar(key, each.range), each]);
  return itemsOf(value).map((item, index) => [scalar(index, item.range), item]);
}

function evaluateFor({ names, over, key, value, condition, range }: ForExpression, around: Surroundings): Value {
  const whole = evaluate(over, around);
  if (whole.kind === 'unknown') return whole;
  const [first = '', second] = names;
  const made: (readonly [string, Value])[] = [];
  for (const [index, item] of pairsOf(whole)) {
    const own: readonly (readonly [string, Value])[] =
      second === undefined
        ? [[first, item]]
        : [
            [first, index],
            [second, item],
          ];
    const inner = { ...around, names: new Map([...around.names, ...own]) };
    const kept = condition === null ? null : evaluate(condition, inner);
    if (kept?.kind === 'unknown') return kept;
    if (kept !== null && textOf(kept) !== 'true') continue;
    made.push([key === null ? '' : (textOf(evaluate(key, inner)) ?? ''), evaluate(value, inner)]);
  }
  if (key !== null) return { kind: 'map', entries: new Map(made), range };
  return { kind: 'list', items: made.map(([, item]) => item), range };
}

function evaluateOperation({ operator, operands, range }: Operation, around: Surroundings): Value {
  const values = operands.map((operand) => evaluate(operand, around));
  const dependsOn = values.map(dependenceOf).find((found) => found !== null);
  if (dependsOn) return unknown(dependsOn, range);
  const [left, right] = values;
  const same = left?.kind === right?.kind && textOf(left) === textOf(right);
  if (operator === '==' || operator === '!=') return scalar(same === (operator === '=='), range);
  const truths = values.map((value) => textOf(value) === 'true');
  if (operator === '!') return scalar(!truths[0], range);
  if (operator === '&&') return scalar(truths.every(Boolean), range);
  if (operator === '||') return scalar(truths.some(Boolean), range);
  const [a = 0, b = 0] = values.map((value) => Number(textOf(value)));
  if (values.length === 1) return scalar(-a, range);
  const result = arithmetic.get(operator)?.(a, b);
  return result === undefined ? unknown(operator, range) : scalar(result, range);
}

const arithmetic: ReadonlyMap<string, (a: number, b: number) => number | boolean> = new Map(
  Object.entries({
    '+': (a: number, b: number) => a + b,
    '-': (a: number, b: number) => a - b,
    '*': (a: number, b: number) => a * b,
    '/': (a: number, b: number) => a / b,
    '%': (a: number, b: number) => a % b,
    '<': (a: number, b: number) => a < b,
    '>': (a: number, b: number) => a > b,
    '<=': (a: number, b: number) => a <= b,
    '>=': (a: number, b: number) => a >= b,
  }),
);

/** A reference: its beginning says what is meant, the steps behind it lead into the value. */
function evaluatePath(expression: Expression, around: Surroundings): Value {
  const steps: Access[] = [];
  let root = expression;
  for (; root.kind === 'access'; root = root.of) steps.unshift(root);
  if (root.kind !== 'name') return steps.reduce((value, step) => stepInto(value, step, around), evaluate(root, around));
  const local = around.names.get(root.name);
  if (local !== undefined) return steps.reduce((value, step) => stepInto(value, step, around), local);
  const path = [root.name];
  for (const { step } of steps) {
    const word = step === null ? null : textOf(evaluate(step, around));
    if (word === null) break;
    path.push(word);
  }
  const { value: found, used } = around.refer(path, expression.range);
  const value = found.kind === 'scalar' || found.kind === 'unknown' ? { ...found, range: expression.range } : found;
  return steps.slice(used - 1).reduce((of, step) => stepInto(of, step, around), value);
}

function stepInto(value: Value, { step, range }: Access, around: Surroundings): Value {
  if (value.kind === 'unknown') return value;
  if (step === null) return { kind: 'list', items: value.kind === 'map' ? [value] : itemsOf(value), range };
  const index = evaluate(step, around);
  return index.kind === 'unknown' ? index : partOf(value, textOf(index) ?? '', range);
}

/** The part of a value under a key or an index. A name behind a list, as a splat leaves it, leads into each of its items. */
function partOf(value: Value, key: string, range: Value['range']): Value {
  if (value.kind === 'map') return value.entries.get(key) ?? { kind: 'absent', range };
  if (value.kind !== 'list') return unknown(key, range);
  if (/^\d+$/.test(key)) return value.items[Number(key)] ?? unknown(key, range);
  return { kind: 'list', items: value.items.map((item) => partOf(item, key, range)), range };
}
