/** What a condition operator compares. */
export type OperatorFamily = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IpAddress' | 'Arn' | 'Null';

/** How an operator compares. */
export type Comparison =
  | 'equals'
  | 'equals-ignoring-case'
  | 'like'
  | 'less'
  | 'less-or-equal'
  | 'greater'
  | 'greater-or-equal';

/** What an operator compares, how, and whether it holds where that does not. */
export interface OperatorFact {
  readonly family: OperatorFamily;
  readonly comparison: Comparison;
  readonly negated: boolean;
}

function fact(family: OperatorFamily, comparison: Comparison, negated = false): OperatorFact {
  return { family, comparison, negated };
}

function ordered(family: 'Numeric' | 'Date'): readonly (readonly [string, OperatorFact])[] {
  return [
    [`${family}Equals`, fact(family, 'equals')],
    [`${family}NotEquals`, fact(family, 'equals', true)],
    [`${family}LessThan`, fact(family, 'less')],
    [`${family}LessThanEquals`, fact(family, 'less-or-equal')],
    [`${family}GreaterThan`, fact(family, 'greater')],
    [`${family}GreaterThanEquals`, fact(family, 'greater-or-equal')],
  ];
}

/**
 * The condition operators, without `ForAllValues:`, `ForAnyValue:` and `IfExists`.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html (read 2026-11-24)
 */
export const operators: ReadonlyMap<string, OperatorFact> = new Map([
  ['StringEquals', fact('String', 'equals')],
  ['StringNotEquals', fact('String', 'equals', true)],
  ['StringEqualsIgnoreCase', fact('String', 'equals-ignoring-case')],
  ['StringNotEqualsIgnoreCase', fact('String', 'equals-ignoring-case', true)],
  ['StringLike', fact('String', 'like')],
  ['StringNotLike', fact('String', 'like', true)],
  ...ordered('Numeric'),
  ...ordered('Date'),
  ['Bool', fact('Bool', 'equals')],
  ['BinaryEquals', fact('Binary', 'equals')],
  ['IpAddress', fact('IpAddress', 'equals')],
  ['NotIpAddress', fact('IpAddress', 'equals', true)],
  ['ArnEquals', fact('Arn', 'like')],
  ['ArnNotEquals', fact('Arn', 'like', true)],
  ['ArnLike', fact('Arn', 'like')],
  ['ArnNotLike', fact('Arn', 'like', true)],
  ['Null', fact('Null', 'equals')],
]);

/** A set operator says how a key with many values is compared. */
export type SetOperator = 'ForAllValues' | 'ForAnyValue';

/** An operator as it is written, taken apart. */
export interface ReadOperator {
  readonly base: string;
  readonly fact: OperatorFact;
  readonly set: SetOperator | null;
  readonly ifExists: boolean;
  /** True when IAM's own spelling has other capitals. */
  readonly otherCase: boolean;
}

const byLowerCase: ReadonlyMap<string, string> = new Map(
  [...operators.keys()].map((name) => [name.toLowerCase(), name]),
);

/** Takes an operator apart; null when IAM has none of that name. `Null` takes no `IfExists`. */
export function readOperator(written: string): ReadOperator | null {
  const [, prefix = '', rest = ''] = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+)$/i.exec(written) ?? [];
  const [, name = '', suffix = ''] = /^(.*?)(IfExists)?$/i.exec(rest) ?? [];
  const base = byLowerCase.get(name.toLowerCase());
  const found = base === undefined ? undefined : operators.get(base);
  if (base === undefined || found === undefined || (base === 'Null' && suffix !== '')) return null;
  const set = { forallvalues: 'ForAllValues', foranyvalue: 'ForAnyValue', '': null }[
    prefix.toLowerCase()
  ] as SetOperator | null;
  const canonical = `${set === null ? '' : `${set}:`}${base}${suffix === '' ? '' : 'IfExists'}`;
  return { base, fact: found, set, ifExists: suffix !== '', otherCase: canonical !== written };
}
