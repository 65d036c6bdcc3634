/**
 * Characters that all inline policies of a role may have together, white space not counted; and those of one managed policy.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html (read 2026-11-24)
 */
export const identityQuota = 10_240;
export const managedQuota = 6144;
export const trustQuota = 2048;

/** Characters of a policy as IAM counts them: white space left out. */
export function sizeOf(text: string): number {
  let size = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 32 && unit !== 10 && unit !== 13 && unit !== 9) size += 1;
  }
  return size;
}
