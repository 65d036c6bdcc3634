import { message } from '../../../messages/index.ts';
import { openingBraceOf } from '../document.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** A trust or resource policy that does not say who is meant. */
export const missingPrincipal = policyRule({
  code: 'iam/missing-principal',
  severity: 'error',
  refuses: true,
  types: ['trust', 'resource'],
  source: accessAnalyzer('error-missing-principal'),
  *find({ statements }) {
    for (const { node, principal } of statements) {
      if (principal === null) yield { at: openingBraceOf(node), message: message('iam/missing-principal') };
      else if (principal.entries.length === 0) yield { at: principal.value, message: message('iam/missing-principal') };
    }
  },
});
