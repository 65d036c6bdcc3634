import { message } from '../../../messages/index.ts';
import { page } from '../facts/sources.ts';
import { hasWildcard } from '../glob.ts';
import { startAlike } from '../queries/arns.ts';
import { githubStatements, linesOn } from '../queries/trust-lines.ts';
import { policyRule } from './policy-rule.ts';

/** A subject of a form that GitHub never sends. */
export const subjectForm = policyRule({
  code: 'iam/subject-form',
  severity: 'warning',
  source: page('https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws'),
  *find(document) {
    for (const statement of githubStatements(document)) {
      for (const { node, text } of linesOn(statement, 'sub').flatMap(({ values }) => values)) {
        if (!canBeSubject(text)) yield { at: node, message: message('iam/subject-form', { subject: text }) };
      }
    }
  },
});

/**
 * How subjects begin that a template of the repository or its owner makes.
 * @source https://docs.github.com/en/actions/reference/security/oidc (read 2026-11-24)
 */
const templated: readonly string[] = [
  ...['repository_owner:', 'repository_owner_id:', 'repository_id:', 'repository_visibility:', 'job_workflow_ref:'],
  ...['environment:', 'repo_property_'],
];

/** A template may say more of a token, so only what begins like the usual form is measured by it. Wildcards may be anything. */
function canBeSubject(text: string): boolean {
  if (hasWildcard(text)) {
    const beginsRight = ['repo:', ...templated].some((beginning) => startAlike(beginning, text));
    return beginsRight && !/^repo:(https?:|github\.com\/)/.test(text);
  }
  if (templated.some((beginning) => text.startsWith(beginning))) return true;
  return /^repo:[^/:\s]+\/[^/:\s]+:(ref:refs\/(heads|tags)\/.+|pull_request|environment:.+|[a-z_]+:.+)$/.test(text);
}
