import { message } from '../../../messages/index.ts';
import { servicePrefixes } from '../catalogue.ts';
import { prefixMeant } from '../did-you-mean.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { arnsIn, spanOfPart } from '../queries/arns.ts';
import { suggesting } from '../queries/suggesting.ts';
import { policyRule } from './policy-rule.ts';

/** A service in an ARN that is one slip away from one that there is. Other services of ARNs may have a name that no action has. */
export const invalidService = policyRule({
  code: 'iam/invalid-service',
  severity: 'warning',
  source: accessAnalyzer('error-invalid-service'),
  *find(document) {
    const known = new Set(servicePrefixes());
    const suggest = suggesting(prefixMeant);
    for (const arn of arnsIn(document)) {
      const service = arn.parts[2] ?? '';
      if (arn.parts.length < 6 || service === '' || known.has(service.toLowerCase()) || /[*?$<{[]/.test(service))
        continue;
      const found = suggest(service);
      if (found === null) continue;
      const at = spanOfPart(arn, 2);
      const edits = at === arn.node ? [] : [{ ...at, text: found }];
      yield { at, message: message('iam/invalid-service', { service, nearest: found }), edits };
    }
  },
});
