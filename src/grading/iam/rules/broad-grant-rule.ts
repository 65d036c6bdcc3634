import { type Code, message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { type Breadth, broadGrants, type Guarded } from '../queries/broad-grants.ts';
import { type PolicyRule, policyRule } from './policy-rule.ts';

type BroadGrantCode = Extract<Code, `iam/${'pass-role' | 'create-slr'}-${string}`>;

/** A rule about one of the ways in which a statement grants an action too broadly. Access Analyzer has a check for each. */
export function broadGrantRule(code: BroadGrantCode, breadth: Breadth, guarded: Guarded): PolicyRule {
  return policyRule({
    code,
    severity: 'warning',
    types: ['identity'],
    source: accessAnalyzer(`${guarded.check}-with-${breadth}`),
    *find(document) {
      for (const { at, related } of broadGrants(document, breadth, guarded)) {
        yield { at, message: message(code), related };
      }
    },
  });
}
