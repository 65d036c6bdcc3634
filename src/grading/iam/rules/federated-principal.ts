import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { hasWildcard } from '../glob.ts';
import { policyRule } from './policy-rule.ts';

/**
 * Providers that are named by their domain and not by an ARN; Amazon Cognito has others in GovCloud.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html (read 2026-11-24)
 * @source https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html (read 2026-11-24)
 */
const byDomain =
  /^(accounts\.google\.com|graph\.facebook\.com|www\.amazon\.com|cognito-identity([.-][a-z0-9-]+)?\.amazonaws\.com)$/;

/** A `Federated` principal that is neither the ARN of a provider nor one of the few that have a domain for a name. */
export const federatedPrincipal = policyRule({
  code: 'iam/federated-principal',
  severity: 'error',
  types: ['trust'],
  source: accessAnalyzer('error-invalid-federated-principal-syntax-in-role-trust-policy'),
  *find({ statements }) {
    for (const { principal } of statements) {
      for (const { node, kind, value } of principal?.entries ?? []) {
        const isArn = /^arn:[\w-]+:iam::\d{12}:(oidc-provider|saml-provider)\/(?!https?:)[^\s*?]+$/.test(value);
        if (kind !== 'Federated' || isArn || byDomain.test(value) || hasWildcard(value)) continue;
        yield { at: node, message: message('iam/federated-principal', { principal: value }) };
      }
    }
  },
});
