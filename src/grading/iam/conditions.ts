import { type Compare, compileComparison } from './compare.ts';
import type { ConditionLine } from './document.ts';
import { type ReadOperator, readOperator } from './facts/operators.ts';
import { all, any, type Holds, holdsIf, not } from './holds.ts';
import type { Context } from './variables.ts';

/** One key under one operator, compiled. */
export interface Condition {
  readonly line: ConditionLine;
  readonly operator: ReadOperator | null;
  /** Lower-case, as keys compare. */
  readonly key: string;
  readonly compares: readonly Compare[];
}

/** Compiles one line of a `Condition`. */
export function compileCondition(line: ConditionLine, withVariables: boolean): Condition {
  const operator = readOperator(line.operator.value);
  const compares =
    operator === null ? [] : line.values.map(({ text }) => compileComparison(operator.fact, text, withVariables));
  return { line, operator, key: line.key.value.toLowerCase(), compares };
}

/**
 * Whether a line holds for a request. Values are ORed, under a negated operator NORed; a key that is absent makes a positive operator
 * false and a negated one true. An empty list of values in the request counts as absent.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html (read 2026-11-24)
 */
export function holdsFor(condition: Condition, context: Context): Holds {
  const { operator, key } = condition;
  if (operator === null || operator.otherCase || (operator.base === 'Null' && operator.set !== null)) return 'unknown';
  const given = context.get(key) ?? [];
  if (operator.fact.family === 'Null') return holdsNull(condition, given.length === 0);
  return given.length === 0 ? holdsForAbsent(operator) : holdsForValues(condition, operator, given, context);
}

function holdsNull({ line }: Condition, isAbsent: boolean): Holds {
  return any(line.values, ({ text }) => holdsIf(text.toLowerCase() === String(isAbsent)));
}

/** @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html (read 2026-11-24) */
function holdsForAbsent({ fact, set, ifExists }: ReadOperator): Holds {
  if (set === 'ForAllValues') return 'yes';
  if (set === 'ForAnyValue') return fact.negated || ifExists ? 'unknown' : 'no';
  return holdsIf(ifExists || fact.negated);
}

function holdsForValues(
  { compares }: Condition,
  { fact, set }: ReadOperator,
  given: readonly string[],
  context: Context,
): Holds {
  const holdsForOne = (value: string): Holds => {
    const found = any(compares, (compare) => compare(value, context));
    return fact.negated ? not(found) : found;
  };
  if (set === 'ForAllValues') return all(given, holdsForOne);
  if (set === 'ForAnyValue' || given.length === 1) return any(given, holdsForOne);
  const results = new Set(given.map(holdsForOne));
  return results.size === 1 ? ([...results][0] ?? 'unknown') : 'unknown';
}
