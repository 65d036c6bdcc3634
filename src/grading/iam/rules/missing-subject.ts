import { message } from '../../../messages/index.ts';
import { memberOf, openingBraceOf } from '../document.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { githubStatements, isFencedBy, linesOn } from '../queries/trust-lines.ts';
import { policyRule } from './policy-rule.ts';

/** A trust in GitHub's tokens that says nothing of their subject: every repository on GitHub may assume the role. */
export const missingSubject = policyRule({
  code: 'iam/missing-subject',
  severity: 'error',
  source: accessAnalyzer(),
  *find(document) {
    if (isFencedBy(document, 'sub')) return;
    for (const statement of githubStatements(document)) {
      if (linesOn(statement, 'sub').length > 0 || linesOn(statement, 'repository_id').length > 0) continue;
      const at = memberOf(statement.node, 'Condition')?.key ?? openingBraceOf(statement.node);
      yield { at, message: message('iam/missing-subject') };
    }
  },
});
