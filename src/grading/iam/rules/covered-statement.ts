import { message } from '../../../messages/index.ts';
import { openingBraceOf } from '../document.ts';
import { iamGuide } from '../facts/sources.ts';
import { canonicalStatement } from '../queries/canonical.ts';
import { type Comparable, comparablesIn, isUnconditional } from '../queries/comparable.ts';
import { coversAll } from '../queries/covers.ts';
import { policyRule } from './policy-rule.ts';

/** A statement whose whole effect another statement has already: its actions, its resources, and conditions no wider. */
export const coveredStatement = policyRule({
  code: 'iam/covered-statement',
  severity: 'info',
  types: ['identity'],
  source: iamGuide('reference_policies_evaluation-logic'),
  *find(document) {
    const all = comparablesIn(document);
    for (const narrow of all) {
      const wide = all.find((other) => takesIn(other, narrow));
      if (wide === undefined) continue;
      yield {
        at: openingBraceOf(narrow.statement.node),
        message: message('iam/covered-statement', { statement: wide.statement.index + 1 }),
        related: [openingBraceOf(wide.statement.node)],
      };
    }
  },
});

/** Of two that take each other in, the first stays; what is equal word for word has a check of its own. */
function takesIn(wide: Comparable, narrow: Comparable): boolean {
  if (wide === narrow || wide.statement.effect !== narrow.statement.effect) return false;
  if (!isUnconditional(wide) && wide.conditions !== narrow.conditions) return false;
  if (!isCovered(wide, narrow)) return false;
  const isMutual = wide.conditions === narrow.conditions && isCovered(narrow, wide);
  if (isMutual && wide.statement.index > narrow.statement.index) return false;
  return canonicalStatement(wide.statement) !== canonicalStatement(narrow.statement);
}

function isCovered(wide: Comparable, narrow: Comparable): boolean {
  return coversAll(wide.actions, narrow.actions) && coversAll(wide.resources, narrow.resources);
}
