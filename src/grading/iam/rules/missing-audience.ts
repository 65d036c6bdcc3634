import { message } from '../../../messages/index.ts';
import { memberOf, openingBraceOf } from '../document.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { githubStatements, isFencedBy, linesOn } from '../queries/trust-lines.ts';
import { policyRule } from './policy-rule.ts';

/** A trust in GitHub's tokens that says nothing of their audience: a token made for somebody else is as good. */
export const missingAudience = policyRule({
  code: 'iam/missing-audience',
  severity: 'warning',
  source: accessAnalyzer(),
  *find(document) {
    if (isFencedBy(document, 'aud')) return;
    for (const statement of githubStatements(document)) {
      if (linesOn(statement, 'aud').length > 0) continue;
      const at = memberOf(statement.node, 'Condition')?.key ?? openingBraceOf(statement.node);
      yield { at, message: message('iam/missing-audience') };
    }
  },
});
