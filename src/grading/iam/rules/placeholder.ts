import { message } from '../../../messages/index.ts';
import { iamGuide } from '../facts/sources.ts';
import { arnsIn } from '../queries/arns.ts';
import { spanWithin } from '../queries/within.ts';
import { policyRule } from './policy-rule.ts';

/** Words that documentation puts where a name of one's own belongs. */
const placeholders =
  /^(your[-_ ]?)?(aws[-_ ]?)?(partition|region|region[-_]code|account|account[-_ ]?id|acct|accountid|repository[-_]?name|repo[-_]?name|xxx+|\.\.\.|…)$/i;

/** A word left over from documentation: `region`, `account-id`, `<repository-name>`. */
export const placeholder = policyRule({
  code: 'iam/placeholder',
  severity: 'warning',
  source: iamGuide('reference-arns'),
  *find(document) {
    for (const arn of arnsIn(document)) {
      for (const index of [1, 3, 5]) {
        const part = arn.parts[index] ?? '';
        const written = placeholderIn(part);
        if (written === null) continue;
        const before = arn.parts.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0);
        const start = before + part.lastIndexOf(written);
        const at = spanWithin(arn.node, start, start + written.length);
        yield { at, message: message('iam/placeholder', { written }) };
      }
    }
  },
});

/** The placeholder that a part is, or that stands in it between angle brackets or braces; null when there is none. */
export function placeholderIn(part: string): string | null {
  const marked = /<[^<>]{1,40}>|\{\{[^{}]{1,40}\}\}|\[[A-Za-z][\w -]{1,40}\]/.exec(part);
  if (marked !== null) return marked[0];
  const last = part.includes('/') ? part.slice(part.lastIndexOf('/') + 1) : part;
  return placeholders.test(last) ? last : null;
}
