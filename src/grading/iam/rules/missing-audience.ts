import { message } from '../../../messages/index.ts';
import { memberOf, openingBraceOf } from '../document.ts';
import { accessAnalyzer, policyRule, policyWith } from './policy-rule.ts';
import { trustStatement } from './trust-example.ts';
import { githubProvider, githubStatements, isFencedBy, linesOn } from './trust-lines.ts';

const onlySubject = {
  StringEquals: { [`${githubProvider}:sub`]: 'repo:octo-workshop/workshop-app:ref:refs/heads/main' },
};

/** A trust in GitHub's tokens that says nothing of their audience: a token made for somebody else is as good. */
export const missingAudience = policyRule({
  code: 'iam/missing-audience',
  severity: 'warning',
  source: accessAnalyzer('warning-missing-condition-key-for-oidc-principal'),
  example: {
    file: 'trust-policy.json',
    fails: policyWith(trustStatement({ Condition: onlySubject })),
    passes: policyWith(trustStatement()),
  },
  *find(document) {
    if (isFencedBy(document, 'aud')) return;
    for (const statement of githubStatements(document)) {
      if (linesOn(statement, 'aud').length > 0) continue;
      const at = memberOf(statement.node, 'Condition')?.key ?? openingBraceOf(statement.node);
      yield { at, message: message('iam/missing-audience') };
    }
  },
});
