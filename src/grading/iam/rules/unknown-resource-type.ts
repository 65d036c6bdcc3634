import { message } from '../../../messages/index.ts';
import { typeWordsOf } from '../catalogue.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { arnsIn, formatsOf, spanOfPart } from '../queries/arns.ts';
import { policyRule } from './policy-rule.ts';

/** An ARN whose last part is no resource of its service: a repository without `repository/`. */
export const unknownResourceType = policyRule({
  code: 'iam/unknown-resource-type',
  severity: 'warning',
  source: accessAnalyzer('error-invalid-arn-resource'),
  *find(document) {
    for (const arn of arnsIn(document)) {
      const [, , service = '', , , resource = ''] = arn.parts;
      if (arn.parts.length < 6 || formatsOf(arn)?.length !== 0) continue;
      const words = typeWordsOf(service);
      if (words === null) continue;
      const known = [...words].slice(0, 8).join(', ');
      yield { at: spanOfPart(arn, 5), message: message('iam/unknown-resource-type', { resource, service, known }) };
    }
  },
});
