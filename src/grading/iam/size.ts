// Characters (UTF-16 code units), white space not counted.
// @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html (read 2026-11-24)

/** All inline policies of a role together. */
export const identityQuota = 10_240;

/** One managed policy. */
export const managedQuota = 6_144;

/** The trust policy of a role; 4,096 on request. */
export const trustQuota = 2_048;

/** Characters of a policy as IAM counts them: white space left out. */
export function sizeOf(text: string): number {
  let size = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 32 && unit !== 10 && unit !== 13 && unit !== 9) size += 1;
  }
  return size;
}
