import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { hasWildcard } from '../glob.ts';
import { policyRule } from './policy-rule.ts';

/** A star for a principal in a trust policy: everybody, as far as the conditions let them. */
export const wildcardPrincipal = policyRule({
  code: 'iam/wildcard-principal',
  severity: 'error',
  types: ['trust'],
  source: accessAnalyzer('error-role-trust-policy-unsupported-wildcard-in-principal'),
  *find({ statements }) {
    for (const { effect, principal } of statements) {
      for (const { node, value } of effect === 'Allow' ? (principal?.entries ?? []) : []) {
        if (hasWildcard(value)) yield { at: node, message: message('iam/wildcard-principal', { principal: value }) };
      }
    }
  },
});
