import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { arnsIn, spanOfPart } from '../queries/arns.ts';
import { hasWildcardOrVariable } from '../variables.ts';
import { policyRule } from './policy-rule.ts';

/** An account in an ARN that is no account: not twelve digits, nor `aws`, nor a wildcard. */
export const invalidAccount = policyRule({
  code: 'iam/invalid-account',
  severity: 'error',
  source: accessAnalyzer('error-invalid-arn-account'),
  *find(document) {
    for (const arn of arnsIn(document)) {
      const account = arn.parts[4] ?? '';
      const fits = account === '' || /^(\d{12}|aws|cloudfront)$/.test(account) || hasWildcardOrVariable(account);
      if (arn.parts.length < 6 || fits) continue;
      yield { at: spanOfPart(arn, 4), message: message('iam/invalid-account', { account }) };
    }
  },
});
