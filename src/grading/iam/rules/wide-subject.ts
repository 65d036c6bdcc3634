import { message } from '../../../messages/index.ts';
import { readOperator } from '../facts/operators.ts';
import { accessAnalyzer, policyRule, policyWith } from './policy-rule.ts';
import { trustStatement } from './trust-example.ts';
import { githubProvider, githubStatements, linesOn } from './trust-lines.ts';

const like = (subject: string) =>
  policyWith(
    trustStatement({
      Condition: { StringLike: { [`${githubProvider}:sub`]: subject, [`${githubProvider}:aud`]: 'sts.amazonaws.com' } },
    }),
  );

/** A subject with a wildcard where the owner or the repository stands, or the colon after it. */
export const wideSubject = policyRule({
  code: 'iam/wide-subject',
  severity: 'warning',
  source: accessAnalyzer('suggestion-specific-github-repo-and-branch-recommended'),
  example: {
    file: 'trust-policy.json',
    fails: like('repo:octo-workshop/*'),
    passes: like('repo:octo-workshop/workshop-app:ref:refs/heads/main'),
  },
  *find(document) {
    for (const statement of githubStatements(document)) {
      for (const { operator, values } of linesOn(statement, 'sub')) {
        if (readOperator(operator.value)?.fact.comparison !== 'like') continue;
        for (const { node, text } of values) {
          if (/[*?]/.test(text)) yield { at: node, message: message('iam/wide-subject', { subject: text }) };
        }
      }
    }
  },
});
