import { data, Evaluator } from '@actions/expressions';
import {
  Binary,
  type ContextAccess,
  type Expr,
  FunctionCall,
  IndexAccess,
  Literal,
  type Logical,
  Unary,
} from '@actions/expressions/ast';
import type { Leaf } from '../core/yaml/tree.ts';
import { parseExpression } from './expression-paths.ts';
import { conditionIn, namesStatus, type Piece, piecesOf } from './expression-pieces.ts';
import { asText, isEmpty, isTruthy, isUnknownData, toData, toValue, type Value } from './expression-values.ts';
import { bounded, isUnknown, maxText, unknown } from './unknown.ts';

/** What expressions see: contexts by name, and what `success()` and its three siblings answer. */
export interface Scope {
  readonly contexts: Readonly<Record<string, () => Value>>;
  /** A status function's answer; null when it is not known. */
  readonly status: (name: 'success' | 'failure' | 'cancelled' | 'always') => boolean | null;
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

/** GitHub's evaluator, with contexts that are worked out when they are read, and with values that nobody can see here. */
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
    return super.visitIndexAccess(new IndexAccess(known(base), access.index));
  }

  override visitUnary(unary: Unary): data.ExpressionData {
    const value = this.eval(unary.expr);
    return isUnknownData(value) ? value : super.visitUnary(new Unary(unary.operator, known(value)));
  }

  override visitBinary(binary: Binary): data.ExpressionData {
    const [left, right] = [this.eval(binary.left), this.eval(binary.right)];
    // An unknown text is never empty, so a comparison with '' is decided.
    const isDecided = isEmpty(left) || isEmpty(right);
    if (!isDecided && isUnknownData(left)) return left;
    if (!isDecided && isUnknownData(right)) return right;
    return super.visitBinary(new Binary(known(left), binary.operator, known(right)));
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
    const args = call.args.map((argument) => this.eval(argument));
    const doubtful = ['contains', 'startswith', 'endswith', 'fromjson'].includes(name)
      ? args.find(isUnknownData)
      : undefined;
    if (doubtful !== undefined) return doubtful;
    if (mostLetters(name, args) > maxText) return toData(unknown('result', 'a long text'));
    return super.visitFunctionCall(new FunctionCall(call.functionName, args.map(known)));
  }
}

/** An operand that is worked out already: to do so again at every level would double the time with each. */
function known(value: data.ExpressionData): Literal {
  return new Literal(value, undefined as never);
}

/** The most letters that a function may make of its arguments. */
function mostLetters(name: string, args: readonly data.ExpressionData[]): number {
  const [first, ...rest] = args;
  if (first === undefined || (name !== 'format' && name !== 'join')) return 0;
  const items = name === 'format' ? [first] : first.kind === data.Kind.Array ? (first as data.Array).values() : [];
  const letters = items.reduce((sum, item) => sum + item.coerceString().length, 0);
  const longest = Math.max(1, ...rest.map((value) => value.coerceString().length));
  return letters + (name === 'format' ? first.coerceString().split('{').length : items.length) * longest;
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
      text = bounded(text + asText(value));
    }
  }
  return { text, failed: null };
}

/** A value that is one expression and nothing else keeps its type; anything else is text. */
export function evaluateValue(leaf: Leaf, scope: Scope): Evaluated {
  const pieces = piecesOf(leaf);
  const [only] = pieces;
  if (pieces.length === 1 && only?.expression != null) return evaluate(only.expression, scope);
  const { text, failed } = evaluateText(pieces, scope);
  return failed === null ? { value: text, failed } : { value: null, failed };
}

/** What a condition comes to. `unknown` when it hangs on something that is not modelled. */
export type Condition = 'true' | 'false' | 'unknown';

/** Works out an `if`: without a status function it is `success() && (…)`; text outside the braces makes it a text, which is true. */
export function evaluateCondition(condition: Leaf | undefined, scope: Scope): Condition {
  const expression = condition === undefined || condition.text.trim() === '' ? null : conditionIn(condition);
  if (expression === null) return ofStatus(scope.status('success'));
  const guarded = namesStatus(expression) ? expression : `success() && (${expression})`;
  const { value, failed } = evaluate(guarded, scope);
  if (failed !== null || (typeof value === 'string' && isUnknown(value))) return 'unknown';
  return isTruthy(toData(value)) ? 'true' : 'false';
}

function ofStatus(answer: boolean | null): Condition {
  return answer === null ? 'unknown' : answer ? 'true' : 'false';
}
