import { message } from '../../../messages/index.ts';
import type { Entry } from '../document.ts';
import { iamGuide } from '../facts/sources.ts';
import { linesIn, type ReadLine } from '../queries/lines.ts';
import { coveringEntries, placeRedundancy, type Redundancy, repeatedEntries } from '../queries/redundant.ts';
import { policyRule } from './policy-rule.ts';

/** A value of a String operator that another value of the same key takes in. */
export const redundantConditionValue = policyRule({
  code: 'iam/redundant-condition-value',
  severity: 'info',
  source: iamGuide('reference_policies_condition-logic-multiple-context-keys-or-values'),
  *find(document) {
    for (const line of linesIn(document)) {
      if (line.read.fact.family !== 'String' || line.values.length < 2) continue;
      for (const found of coveredIn(line)) {
        const { params, ...places } = placeRedundancy(found, 3);
        yield { ...places, message: message('iam/redundant-condition-value', params) };
      }
    }
  },
});

function coveredIn({ read, values }: ReadLine): readonly Redundancy[] {
  const entries = values.flatMap(({ node }): readonly Entry[] =>
    node.kind === 'string' ? [{ node, value: node.value }] : [],
  );
  const { comparison } = read.fact;
  if (comparison === 'like') return coveringEntries(entries, ({ value }) => value);
  const ignoresCase = comparison === 'equals-ignoring-case';
  return repeatedEntries(entries, ({ value }) => (ignoresCase ? value.toLowerCase() : value));
}
