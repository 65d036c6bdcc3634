import { memoize } from '../../core/memoize.ts';
import { type ConditionLine, memberOf, type PolicyDocument, type Statement } from '../document.ts';
import { replaceString } from '../edit-policy.ts';
import { operators, type ReadOperator, readOperator } from '../facts/operators.ts';
import type { Edit } from '../finding.ts';

/** One key under one operator that IAM has. */
export interface ReadLine extends ConditionLine {
  readonly statement: Statement;
  readonly read: ReadOperator;
}

/** All lines of all conditions, without those under an operator that IAM does not have. Read once for all rules. */
export const linesIn = memoize(({ statements }: PolicyDocument) =>
  statements.flatMap((statement) => linesOf(statement, statement.conditions)),
);

/** Lines of one statement with their operators read. */
export function linesOf(statement: Statement, conditions: readonly ConditionLine[]): readonly ReadLine[] {
  return conditions.flatMap((line): readonly ReadLine[] => {
    const read = readOperator(line.operator.value);
    return read === null ? [] : [{ ...line, statement, read }];
  });
}

/** True when a request without the key can make the line hold. */
export function holdsWithoutKey({ read: { set, ifExists, fact } }: ReadLine): boolean {
  return fact.family === 'Null' || ifExists || fact.negated || set === 'ForAllValues';
}

/**
 * The edit that puts another operator in place of a line's own, with the same set operator and `IfExists`; none where the operator has
 * further keys, or the statement has that operator already.
 */
export function replaceOperator({ statement, operator, read }: ReadLine, base: string): readonly Edit[] {
  if (!operators.has(base)) return [];
  const condition = memberOf(statement.node, 'Condition')?.value;
  const wanted = `${read.set === null ? '' : `${read.set}:`}${base}${read.ifExists ? 'IfExists' : ''}`;
  const own = statement.conditions.filter((line) => line.operator === operator);
  const isFree = condition !== undefined && memberOf(condition, wanted) === null;
  if (!isFree || own.length !== 1) return [];
  return [replaceString(operator, wanted)];
}
