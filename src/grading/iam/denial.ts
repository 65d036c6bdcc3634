import type { Decision } from './decide.ts';

/**
 * The sentence in which AWS denies a request to an identity. What ECR and the SDKs print is this sentence, with words of their own
 * around it.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html (read 2026-11-24)
 */
export function denialOf(decision: Decision, session: string, action: string, resource: string): string {
  return `User: ${session} is not authorized to perform: ${action} on resource: ${resource} ${reasonOf(decision, action)}`;
}

/**
 * The end of that sentence, which names one kind of policy however many deny; empty when nothing is denied.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html (read 2026-11-24)
 */
export function reasonOf({ decision, deniedBy = 'identity-based policy' }: Decision, action: string): string {
  if (decision === 'implicit-deny') return `because no ${deniedBy} allows the ${action} action`;
  if (decision !== 'explicit-deny') return '';
  return `with an explicit deny in ${deniedBy === 'permissions boundary' ? 'a' : 'an'} ${deniedBy}`;
}
