import { message } from '../../../messages/index.ts';
import type { Entry } from '../document.ts';
import { iamGuide } from '../facts/sources.ts';
import { type Comparable, comparablesIn, isUnconditional } from '../queries/comparable.ts';
import { covers, coversAll } from '../queries/covers.ts';
import { policyRule } from './policy-rule.ts';

/** An action that is allowed here and denied without conditions on all of the same resources: the Allow never has an effect. */
export const shadowedAllow = policyRule({
  code: 'iam/shadowed-allow',
  severity: 'warning',
  types: ['identity'],
  source: iamGuide('reference_policies_evaluation-logic'),
  *find(document) {
    const all = comparablesIn(document);
    const denies = all.filter((each) => each.statement.effect === 'Deny' && isUnconditional(each));
    for (const allow of denies.length === 0 ? [] : all.filter(({ statement }) => statement.effect === 'Allow')) {
      const wide = denies.filter(({ resources }) => coversAll(resources, allow.resources));
      for (const [entry, deny, denied] of wide.length === 0 ? [] : shadowsOf(allow, wide)) {
        const params = { action: entry.value, statement: deny.statement.index + 1, denied: denied.value };
        yield { at: entry.node, message: message('iam/shadowed-allow', params), related: [denied.node] };
      }
    }
  },
});

function* shadowsOf(allow: Comparable, denies: readonly Comparable[]): Generator<readonly [Entry, Comparable, Entry]> {
  for (const [index, action] of allow.actions.entries()) {
    const entry = allow.statement.action?.entries[index];
    if (entry === undefined) continue;
    for (const deny of denies) {
      const denied = deny.statement.action?.entries[deny.actions.findIndex((each) => covers(each, action))];
      if (denied === undefined) continue;
      yield [entry, deny, denied];
      break;
    }
  }
}
