import { message } from '../../../messages/index.ts';
import { nearest } from '../../core/nearest.ts';
import { regions } from '../facts/partitions.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { arnsIn, spanOfPart } from '../queries/arns.ts';
import { hasWildcardOrVariable } from '../variables.ts';
import { placeholderIn } from './placeholder.ts';
import { policyRule } from './policy-rule.ts';

/** A Region that is not on AWS's list. */
export const unknownRegion = policyRule({
  code: 'iam/unknown-region',
  severity: 'warning',
  source: accessAnalyzer('error-invalid-arn-region'),
  *find(document) {
    const meant = new Map<string, string | null>();
    for (const arn of arnsIn(document)) {
      const region = arn.parts[3] ?? '';
      const isKnown = region === '' || regions.includes(region) || hasWildcardOrVariable(region);
      const isOurs = (arn.parts[1] ?? '').startsWith('aws-iso') || (arn.parts[1] ?? '') === 'aws-eusc';
      if (arn.parts.length < 6 || isKnown || isOurs || placeholderIn(region) !== null) continue;
      const found = meant.get(region) ?? (meant.size < 50 ? nearest(region, regions) : null);
      meant.set(region, found);
      const at = spanOfPart(arn, 3);
      const edits = found === null || at === arn.node ? [] : [{ ...at, text: found }];
      yield { at, message: message('iam/unknown-region', { region, nearest: found ?? '' }), edits };
    }
  },
});
