import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { arnsIn, spanOfPart } from '../queries/arns.ts';
import { policyRule } from './policy-rule.ts';

/** Capitals in the partition or service of an ARN. */
export const upperCaseService = policyRule({
  code: 'iam/upper-case-service',
  severity: 'error',
  source: accessAnalyzer('error-invalid-arn-service-case'),
  *find(document) {
    for (const arn of arnsIn(document)) {
      for (const index of [1, 2, 3]) {
        const part = arn.parts[index] ?? '';
        if (!/[A-Z]/.test(part) || /[$<{]/.test(part) || arn.parts.length < 6) continue;
        const at = spanOfPart(arn, index);
        const edits = at === arn.node ? [] : [{ ...at, text: part.toLowerCase() }];
        yield { at, message: message('iam/upper-case-service', { written: part }), edits };
      }
    }
  },
});
