import type { AccessDecision } from './decide.ts';

/**
 * The sentence in which AWS denies a request to an identity. What ECR and the SDKs print is this sentence, with words of their own
 * around it.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html (read 2026-11-24)
 */
export function denialOf(decision: AccessDecision, session: string, action: string, resource: string): string {
  const because =
    decision === 'explicit-deny'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
  return `User: ${session} is not authorized to perform: ${action} on resource: ${resource} ${because}`;
}
