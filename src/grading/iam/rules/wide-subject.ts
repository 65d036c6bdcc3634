import { message } from '../../../messages/index.ts';
import { readOperator } from '../facts/operators.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { hasWildcard } from '../glob.ts';
import { githubStatements, linesOn } from '../queries/trust-lines.ts';
import { policyRule } from './policy-rule.ts';

/** A subject with a wildcard where the owner or the repository stands, or the colon after it. */
export const wideSubject = policyRule({
  code: 'iam/wide-subject',
  severity: 'warning',
  source: accessAnalyzer('general-warning-specific-github-repo-and-branch-recommended'),
  *find(document) {
    for (const statement of githubStatements(document)) {
      for (const { operator, values } of linesOn(statement, 'sub')) {
        if (readOperator(operator.value)?.fact.comparison !== 'like') continue;
        for (const { node, text } of values) {
          if (hasWildcard(text)) yield { at: node, message: message('iam/wide-subject', { subject: text }) };
        }
      }
    }
  },
});
