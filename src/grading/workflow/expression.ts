import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { Binary, Expr, FunctionCall, Logical, Unary } from '@actions/expressions/ast';
import { ContextAccess, IndexAccess, Literal } from '@actions/expressions/ast';
import type { SourceRange } from '../core/types.ts';
import { isUnknown, unknown } from './unknown.ts';
import type { ScalarNode } from './yaml/tree.ts';

/** A value of an expression as plain data. A function is a property that is only worked out when it is read. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | OpenValue
  | { readonly [key: string]: Value | (() => Value) };

/** An object that has every property that it is asked for: secrets, or the outputs of an action that nobody here knows. */
export class OpenValue {
  readonly property: (name: string) => Value;

  constructor(property: (name: string) => Value) {
    this.property = property;
  }
}

/** What expressions see: contexts by name, and what `success()` and its three siblings answer. */
export interface Scope {
  readonly contexts: Readonly<Record<string, () => Value>>;
  /** A status function's answer; null when it is not known. */
  readonly status: (name: 'success' | 'failure' | 'cancelled' | 'always') => boolean | null;
}

/** A stretch of a text: as it stands, or an expression between `${{` and `}}`. */
export interface Piece {
  readonly text: string;
  readonly expression: string | null;
  /** Where it stands in the file, braces included; the whole scalar where that cannot be told. */
  readonly range: SourceRange;
}

/** Longest text with expressions that GitHub reads. */
export const maxExpressionText = 21_000;

/** Splits a value at its expressions. `source` is the whole file: an expression's n-th place in the value is its n-th place in the source. */
export function piecesOf(scalar: ScalarNode, source: string): readonly Piece[] {
  const plain: Piece = { text: scalar.text, expression: null, range: scalar.range };
  if (!scalar.text.includes('${{') || scalar.text.length > maxExpressionText) return [plain];
  const written = scanExpressions(source.slice(scalar.range.start, scalar.range.end));
  const pieces: Piece[] = [];
  let done = 0;
  for (const [index, { start, end }] of scanExpressions(scalar.text).entries()) {
    if (start > done) pieces.push({ ...plain, text: scalar.text.slice(done, start) });
    const place = written[index];
    const range =
      place === undefined
        ? scalar.range
        : { ...scalar.range, start: scalar.range.start + place.start, end: scalar.range.start + place.end };
    pieces.push({ text: scalar.text.slice(start, end), expression: scalar.text.slice(start + 3, end - 2), range });
    done = end;
  }
  if (done < scalar.text.length) pieces.push({ ...plain, text: scalar.text.slice(done) });
  return pieces;
}

/** Places of `${{ … }}`, quotes inside taken into account. Linear: at the first that is never closed it ends. */
function scanExpressions(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = text.indexOf('${{');
  while (start !== -1) {
    let at = start + 3;
    while (at < text.length && !text.startsWith('}}', at)) {
      const quoteEnd = text[at] === "'" ? text.indexOf("'", at + 1) : at;
      if (quoteEnd === -1) return found;
      at = quoteEnd + 1;
    }
    if (at >= text.length) return found;
    found.push({ start, end: at + 2 });
    start = text.indexOf('${{', at + 2);
  }
  return found;
}

const contextNames = [
  'github',
  'env',
  'vars',
  'job',
  'jobs',
  'steps',
  'runner',
  'secrets',
  'strategy',
  'matrix',
  'needs',
  'inputs',
];
const extraFunctions = ['success', 'failure', 'cancelled', 'always', 'hashFiles'].map((name) => ({
  name,
  minArgs: 0,
  maxArgs: 255,
}));
const parsed = new Map<string, Expr | null>();

/** The tree of an expression; null when it is empty or no expression at all. */
export function parseExpression(text: string): Expr | null {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  let tree: Expr | null = null;
  try {
    tree = new Parser(new Lexer(text).lex().tokens, contextNames, extraFunctions).parse() ?? null;
  } catch {
    tree = null;
  }
  if (parsed.size > 2000) parsed.clear();
  parsed.set(text, tree);
  return tree;
}

/** The paths that an expression reads, lower case where GitHub ignores case: `steps.login.outputs.registry`. A computed key ends a path. */
export function pathsIn(text: string): readonly (readonly string[])[] {
  const tree = parseExpression(text);
  const paths: (readonly string[])[] = [];
  if (tree !== null) collectPaths(tree, paths);
  return paths;
}

function collectPaths(node: Expr, paths: (readonly string[])[]): void {
  if (node instanceof ContextAccess || node instanceof IndexAccess) paths.push(pathOf(node, paths));
  else for (const child of Object.values(node).flat()) if (isExpr(child)) collectPaths(child, paths);
}

function pathOf(node: Expr, paths: (readonly string[])[]): readonly string[] {
  if (node instanceof ContextAccess) return [node.name.lexeme];
  if (!(node instanceof IndexAccess)) {
    collectPaths(node, paths);
    return ['?'];
  }
  const base = pathOf(node.expr, paths);
  if (node.index instanceof Literal) return [...base, node.index.literal.coerceString()];
  if (isExpr(node.index)) collectPaths(node.index, paths);
  return [...base, '*'];
}

function isExpr(value: unknown): value is Expr {
  return typeof value === 'object' && value !== null && 'accept' in value;
}

/** What an expression comes to. `failed` holds the runner's words where it cannot be worked out. */
export type Evaluated =
  | { readonly value: Value; readonly failed: null }
  | { readonly value: null; readonly failed: string };

/** Works out an expression. What depends on an unknown is unknown, except where the known part decides alone. */
export function evaluate(text: string, scope: Scope): Evaluated {
  const tree = parseExpression(text);
  if (tree === null) return { value: '', failed: null };
  try {
    return { value: toValue(new ScopedEvaluator(tree, scope).evaluate()), failed: null };
  } catch (error) {
    return { value: null, failed: error instanceof Error ? error.message : 'The expression cannot be evaluated.' };
  }
}

const statusFunctions = ['success', 'failure', 'cancelled', 'always'] as const;

class ScopedEvaluator extends Evaluator {
  readonly #scope: Scope;

  constructor(tree: Expr, scope: Scope) {
    super(tree, new data.Dictionary());
    this.#scope = scope;
  }

  override visitContextAccess({ name }: ContextAccess): data.ExpressionData {
    const context = this.#scope.contexts[name.lexeme.toLowerCase()];
    return context === undefined ? new data.Null() : toData(context());
  }

  override visitIndexAccess(access: IndexAccess): data.ExpressionData {
    const base = this.eval(access.expr);
    if (isUnknownData(base)) return base;
    return super.visitIndexAccess(new IndexAccess(new Literal(base, undefined as never), access.index));
  }

  override visitUnary(unary: Unary): data.ExpressionData {
    const value = this.eval(unary.expr);
    return isUnknownData(value) ? value : super.visitUnary(unary);
  }

  override visitBinary(binary: Binary): data.ExpressionData {
    const [left, right] = [this.eval(binary.left), this.eval(binary.right)];
    // An unknown text is never empty, so a comparison with '' is decided.
    if (isEmpty(left) || isEmpty(right)) return super.visitBinary(binary);
    if (isUnknownData(left)) return left;
    return isUnknownData(right) ? right : super.visitBinary(binary);
  }

  override visitLogical(logical: Logical): data.ExpressionData {
    const isAnd = logical.operator.lexeme === '&&';
    let doubt: data.ExpressionData | null = null;
    let last: data.ExpressionData = new data.Null();
    for (const argument of logical.args) {
      last = this.eval(argument);
      if (isUnknownData(last) && isAnd) doubt ??= last;
      else if (isTruthy(last) !== isAnd) return isUnknownData(last) || doubt === null ? last : isAnd ? last : doubt;
    }
    return doubt ?? last;
  }

  override visitFunctionCall(call: FunctionCall): data.ExpressionData {
    const name = call.functionName.lexeme.toLowerCase();
    const status = statusFunctions.find((known) => known === name);
    if (status !== undefined) {
      const answer = this.#scope.status(status);
      return answer === null ? toData(unknown('result', status)) : new data.BooleanData(answer);
    }
    if (name === 'hashfiles') return toData(unknown('output', 'hashFiles'));
    if (['contains', 'startswith', 'endswith', 'fromjson'].includes(name)) {
      const doubtful = call.args.map((argument) => this.eval(argument)).find(isUnknownData);
      if (doubtful !== undefined) return doubtful;
    }
    return super.visitFunctionCall(call);
  }
}

function isEmpty(value: data.ExpressionData): boolean {
  return value.kind === data.Kind.Null || (value.kind === data.Kind.String && value.coerceString() === '');
}

function isUnknownData(value: data.ExpressionData): boolean {
  return value.kind === data.Kind.String && isUnknown(value.coerceString());
}

function isTruthy(value: data.ExpressionData): boolean {
  switch (value.kind) {
    case data.Kind.Null:
      return false;
    case data.Kind.String:
      return value.coerceString() !== '';
    case data.Kind.Boolean:
    case data.Kind.Number:
      return value.number() !== 0 && !Number.isNaN(value.number());
    default:
      return true;
  }
}

/** A property that is worked out when it is read. */
class LazyDictionary extends data.Dictionary {
  readonly #value: { readonly [key: string]: Value | (() => Value) };

  constructor(value: { readonly [key: string]: Value | (() => Value) }) {
    super();
    this.#value = value;
  }

  override get(key: string): data.ExpressionData | undefined {
    const lower = key.toLowerCase();
    const name = Object.hasOwn(this.#value, key)
      ? key
      : Object.keys(this.#value).find((own) => own.toLowerCase() === lower);
    if (name === undefined) return undefined;
    const found = this.#value[name];
    return toData(typeof found === 'function' ? found() : (found ?? null));
  }

  override values(): data.ExpressionData[] {
    return this.pairs().map((pair) => pair.value);
  }

  override pairs(): ReturnType<data.Dictionary['pairs']> {
    return Object.keys(this.#value).map((key) => ({ key, value: this.get(key) ?? new data.Null() }));
  }
}

class OpenDictionary extends data.Dictionary {
  readonly #open: OpenValue;

  constructor(open: OpenValue) {
    super();
    this.#open = open;
  }

  override get(key: string): data.ExpressionData {
    return toData(this.#open.property(key));
  }
}

function toData(value: Value): data.ExpressionData {
  if (value === null) return new data.Null();
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (value instanceof OpenValue) return new OpenDictionary(value);
  if (Array.isArray(value)) return new data.Array(...(value as Value[]).map(toData));
  return new LazyDictionary(value as { readonly [key: string]: Value });
}

function toValue(value: data.ExpressionData): Value {
  switch (value.kind) {
    case data.Kind.Null:
      return null;
    case data.Kind.String:
      return value.coerceString();
    case data.Kind.Number:
      return value.number();
    case data.Kind.Boolean:
      return value.number() === 1;
    case data.Kind.Array:
      return (value as data.Array).values().map(toValue);
    default:
      return Object.fromEntries((value as data.Dictionary).pairs().map((pair) => [pair.key, toValue(pair.value)]));
  }
}

/** A value as it is put into a text. */
export function asText(value: Value): string {
  return toData(value).coerceString();
}

/** What a whole value comes to: text with its expressions worked out. */
export function evaluateText(
  pieces: readonly Piece[],
  scope: Scope,
): { readonly text: string; readonly failed: string | null } {
  let text = '';
  for (const piece of pieces) {
    if (piece.expression === null) text += piece.text;
    else {
      const { value, failed } = evaluate(piece.expression, scope);
      if (failed !== null) return { text: '', failed };
      text += asText(value);
    }
  }
  return { text, failed: null };
}

/** A value that is one expression and nothing else keeps its type; anything else is text. */
export function evaluateValue(pieces: readonly Piece[], scope: Scope): Evaluated {
  const [only] = pieces;
  if (pieces.length === 1 && only?.expression != null) return evaluate(only.expression, scope);
  const { text, failed } = evaluateText(pieces, scope);
  return failed === null ? { value: text, failed } : { value: null, failed };
}

/** What a condition comes to. `unknown` when it hangs on something that is not modelled. */
export type Condition = 'true' | 'false' | 'unknown';

/** Works out an `if`: without a status function it is `success() && (…)`; text outside the braces makes it a text, which is true. */
export function evaluateCondition(scalar: ScalarNode | undefined, source: string, scope: Scope): Condition {
  const written = scalar?.text.trim() ?? '';
  if (scalar === undefined || written === '') return ofStatus(scope.status('success'));
  const expression = conditionIn(scalar, source);
  if (expression === null) return ofStatus(scope.status('success'));
  const guarded = namesStatus(expression) ? expression : `success() && (${expression})`;
  const { value, failed } = evaluate(guarded, scope);
  if (failed !== null) return 'unknown';
  if (typeof value === 'string' && isUnknown(value)) return 'unknown';
  return isTruthy(toData(value)) ? 'true' : 'false';
}

/** The expression of an `if`; null when text around `${{ }}` turns it into a text. */
export function conditionIn(scalar: ScalarNode, source: string): string | null {
  const pieces = piecesOf(scalar, source).filter((piece) => piece.expression !== null || piece.text.trim() !== '');
  if (pieces.every((piece) => piece.expression === null)) return scalar.text.trim();
  return pieces.length === 1 ? (pieces[0]?.expression ?? null) : null;
}

/** Whether a condition asks for the state of the job itself. */
export function namesStatus(expression: string): boolean {
  return /(?<![\w.])(success|failure|always|cancelled)\s*\(/i.test(expression.replace(/'(?:[^']|'')*'/g, "''"));
}

function ofStatus(answer: boolean | null): Condition {
  return answer === null ? 'unknown' : answer ? 'true' : 'false';
}
