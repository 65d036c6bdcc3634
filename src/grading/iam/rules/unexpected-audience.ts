import { message } from '../../../messages/index.ts';
import { iamGuide } from '../facts/sources.ts';
import { compileGlob, matchesGlob } from '../glob.ts';
import { githubStatements, linesOn } from '../queries/trust-lines.ts';
import { policyRule } from './policy-rule.ts';

/**
 * The audiences that configure-aws-credentials asks for when it is told no other, or is told that of the China Regions.
 * @source https://github.com/aws-actions/configure-aws-credentials#oidc (read 2026-11-24)
 */
const usual: readonly string[] = ['sts.amazonaws.com', 'sts.amazonaws.com.cn'];

/** An audience that configure-aws-credentials does not ask for by itself. */
export const unexpectedAudience = policyRule({
  code: 'iam/unexpected-audience',
  severity: 'warning',
  source: iamGuide('id_roles_create_for-idp_oidc'),
  *find(document) {
    for (const statement of githubStatements(document)) {
      for (const { node, text } of linesOn(statement, 'aud').flatMap(({ values }) => values)) {
        if (usual.some((audience) => matchesGlob(compileGlob(text), audience))) continue;
        yield { at: node, message: message('iam/unexpected-audience', { audience: text }) };
      }
    }
  },
});
