import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { arnsIn, formatsOf, type NamedArn, spanOfPart } from '../queries/arns.ts';
import { policyRule } from './policy-rule.ts';

/** An ARN without the Region or account that every resource of its kind has: empty matches empty only. */
export const missingArnPart = policyRule({
  code: 'iam/missing-arn-part',
  severity: 'error',
  source: accessAnalyzer('error-missing-arn-region'),
  *find(document) {
    for (const arn of arnsIn(document)) {
      const formats = arn.parts.length === 6 ? (formatsOf(arn) ?? []) : [];
      if (formats.length === 0) continue;
      for (const [index, part] of [
        [3, 'Region'],
        [4, 'account'],
      ] as const) {
        if (arn.parts[index] !== '' || formats.some((format) => format[index] === '')) continue;
        if (part === 'account' && isPublicParameter(arn)) continue;
        yield { at: spanOfPart(arn, index), message: message('iam/missing-arn-part', { arn: arn.value, part }) };
      }
    }
  },
});

/**
 * AWS's own parameters belong to no account: arn:aws:ssm:us-east-2::parameter/aws/service/….
 * @source https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters-ami.html (read 2026-11-24)
 */
function isPublicParameter({ parts }: NamedArn): boolean {
  return parts[2] === 'ssm' && parts[5]?.startsWith('parameter/aws/') === true;
}
