/** The names of an ARN's six parts, in order. */
export const arnParts = ['arn', 'partition', 'service', 'region', 'account', 'resource'] as const;
/** The name of one of them. */
export type ArnPart = (typeof arnParts)[number];

/**
 * Splits an ARN at its first five colons; everything after the fifth is one part, colons included. Colons inside a policy variable
 * split nothing where variables count. Fewer than six parts for a short one.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html (read 2026-11-24)
 *
 * @example arnPartsOf('arn:aws:s3:::b/k', false) // => ['arn', 'aws', 's3', '', '', 'b/k']
 */
export function arnPartsOf(text: string, withVariables: boolean): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  let at = 0;
  while (parts.length < 5) {
    const colon = text.indexOf(':', at);
    if (colon === -1) break;
    const open = withVariables ? text.indexOf('${', at) : -1;
    const close = open === -1 || open > colon ? -1 : text.indexOf('}', open);
    if (close !== -1) {
      at = close + 1;
      continue;
    }
    parts.push(text.slice(from, colon));
    from = colon + 1;
    at = from;
  }
  return [...parts, text.slice(from)];
}
