import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { arnsIn } from '../queries/arns.ts';
import { policyRule } from './policy-rule.ts';

/** An ARN with fewer than six parts. IAM saves it, and it matches nothing unless it ends in a star. */
export const shortArn = policyRule({
  code: 'iam/short-arn',
  severity: 'error',
  source: accessAnalyzer('error-missing-arn-field'),
  *find(document) {
    for (const { node, value, parts } of arnsIn(document)) {
      const isRefused = parts.length < 3 || value.includes('::');
      if (parts.length < 6 && !isRefused)
        yield { at: node, message: message('iam/short-arn', { arn: value, count: parts.length }) };
    }
  },
});
