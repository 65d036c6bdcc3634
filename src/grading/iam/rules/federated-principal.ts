import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { hasWildcard } from '../glob.ts';
import { policyRule } from './policy-rule.ts';

/** Providers that are named by their domain and not by an ARN. */
const byDomain: readonly string[] = [
  'cognito-identity.amazonaws.com',
  'accounts.google.com',
  'graph.facebook.com',
  'www.amazon.com',
];

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
        if (kind !== 'Federated' || isArn || byDomain.includes(value) || hasWildcard(value)) continue;
        yield { at: node, message: message('iam/federated-principal', { principal: value }) };
      }
    }
  },
});
