import { message } from '../../../messages/index.ts';
import { nearest } from '../../core/nearest.ts';
import { regions } from '../facts/partitions.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { arnsIn, spanOfPart } from '../queries/arns.ts';
import { suggesting } from '../queries/suggesting.ts';
import { hasWildcardOrVariable } from '../variables.ts';
import { placeholderIn } from './placeholder.ts';
import { policyRule } from './policy-rule.ts';

/** A Region that is not on AWS's list. */
export const unknownRegion = policyRule({
  code: 'iam/unknown-region',
  severity: 'warning',
  source: accessAnalyzer('error-invalid-arn-region'),
  *find(document) {
    const suggest = suggesting((text) => nearest(text, regions));
    for (const arn of arnsIn(document)) {
      const region = arn.parts[3] ?? '';
      const isKnown = region === '' || regions.includes(region) || hasWildcardOrVariable(region);
      const isOurs = (arn.parts[1] ?? '').startsWith('aws-iso') || (arn.parts[1] ?? '') === 'aws-eusc';
      if (arn.parts.length < 6 || isKnown || isOurs || placeholderIn(region) !== null) continue;
      const found = suggest(region);
      const at = spanOfPart(arn, 3);
      const edits = found === null || at === arn.node ? [] : [{ ...at, text: found }];
      yield { at, message: message('iam/unknown-region', { region, nearest: found ?? '' }), edits };
    }
  },
});
