import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { arnsIn, formatsOf, spanOfPart } from '../queries/arns.ts';
import { policyRule } from './policy-rule.ts';

/** An ARN with a Region or account that no resource of its kind has. */
export const superfluousArnPart = policyRule({
  code: 'iam/superfluous-arn-part',
  severity: 'error',
  source: accessAnalyzer('error-arn-account-not-allowed'),
  *find(document) {
    for (const arn of arnsIn(document)) {
      const formats = arn.parts.length === 6 ? (formatsOf(arn) ?? []) : [];
      if (formats.length === 0) continue;
      for (const [index, part] of [
        [3, 'Region'],
        [4, 'account'],
      ] as const) {
        const written = arn.parts[index] ?? '';
        if (written === '' || written === '*' || formats.some((format) => format[index] !== '')) continue;
        const at = spanOfPart(arn, index);
        const edits = at === arn.node ? [] : [{ ...at, text: '' }];
        yield { at, message: message('iam/superfluous-arn-part', { arn: arn.value, part }), edits };
      }
    }
  },
});
