import { memoize } from '../../core/memoize.ts';
import type { PolicyDocument, Statement } from '../document.ts';
import { canonicalConditions } from './canonical.ts';
import { type Coverable, coverableActions, coverableResources } from './covers.ts';
import { isComparable } from './redundant.ts';

/** A statement with what it takes to compare it with others. */
export interface Comparable {
  readonly statement: Statement;
  readonly actions: readonly Coverable[];
  readonly resources: readonly Coverable[];
  readonly conditions: string;
}

/** Entries of all statements together that are still compared; more would take time that grows with their square. */
const maxEntries = 400;

/**
 * The statements of an identity's policy that list actions and resources, for a comparison of each with each. None of a policy with
 * so many entries that it would take long.
 */
export const comparablesIn = memoize(readComparables);

function readComparables({ statements, type }: PolicyDocument): readonly Comparable[] {
  if (type !== 'identity' || statements.length < 2 || !isComparable(textsIn(statements), maxEntries)) return [];
  return statements.flatMap((statement): readonly Comparable[] => {
    const { effect, action, resource, conditions } = statement;
    if (effect === null || action === null || resource === null || action.negated || resource.negated) return [];
    return [
      {
        statement,
        actions: coverableActions(action),
        resources: coverableResources(resource),
        conditions: canonicalConditions(conditions),
      },
    ];
  });
}

function textsIn(statements: readonly Statement[]): readonly string[] {
  return statements
    .flatMap(({ action, resource }) => [...(action?.entries ?? []), ...(resource?.entries ?? [])])
    .map(({ value }) => value);
}

/** True for a statement without any condition. */
export function isUnconditional({ statement }: Comparable): boolean {
  return statement.conditions.length === 0;
}
