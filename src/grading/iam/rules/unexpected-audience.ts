import { message } from '../../../messages/index.ts';
import { compileGlob, matchesGlob } from '../glob.ts';
import { iamGuide, policyRule, policyWith } from './policy-rule.ts';
import { trustStatement } from './trust-example.ts';
import { githubProvider, githubStatements, linesOn } from './trust-lines.ts';

const subject = { [`${githubProvider}:sub`]: 'repo:octo-workshop/workshop-app:ref:refs/heads/main' };

/** The audiences that configure-aws-credentials asks for when it is told no other. */
const usual: readonly string[] = ['sts.amazonaws.com', 'sts.amazonaws.com.cn'];

/** An audience that configure-aws-credentials does not ask for by itself. */
export const unexpectedAudience = policyRule({
  code: 'iam/unexpected-audience',
  severity: 'warning',
  source: iamGuide('id_roles_create_for-idp_oidc'),
  example: {
    file: 'trust-policy.json',
    fails: policyWith(
      trustStatement({
        Condition: { StringEquals: { ...subject, [`${githubProvider}:aud`]: 'https://github.com/octo-workshop' } },
      }),
    ),
    passes: policyWith(trustStatement()),
  },
  *find(document) {
    for (const statement of githubStatements(document)) {
      for (const { node, text } of linesOn(statement, 'aud').flatMap(({ values }) => values)) {
        if (usual.some((audience) => matchesGlob(compileGlob(text), audience))) continue;
        yield { at: node, message: message('iam/unexpected-audience', { audience: text }) };
      }
    }
  },
});
