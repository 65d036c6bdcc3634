import type { PolicyType } from './document.ts';

/** What a policy may hold at its top. @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html (read 2026-11-24) */
export const policyElements = ['Version', 'Id', 'Statement'] as const;

/** What a statement may hold, whatever the policy's kind. */
export const statementElements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const;

/** The kinds of principal. @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html (read 2026-11-24) */
export const principalKinds = ['AWS', 'CanonicalUser', 'Federated', 'Service'] as const;

/** The elements that a statement of this kind of policy may not have, though others may. */
export function prohibitedIn(type: PolicyType): readonly string[] {
  if (type === 'identity') return ['Principal', 'NotPrincipal'];
  return type === 'trust' ? ['Resource', 'NotResource', 'NotPrincipal'] : [];
}
