import { message } from '../../../messages/index.ts';
import { nearest } from '../../core/nearest.ts';
import { replaceString } from '../edit-policy.ts';
import { isOfListedPartition, regions } from '../facts/partitions.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { linesIn } from '../queries/lines.ts';
import { suggesting } from '../queries/suggesting.ts';
import { hasWildcardOrVariable } from '../variables.ts';
import { policyRule } from './policy-rule.ts';

const keys: readonly string[] = ['aws:requestedregion', 'ec2:region'];

/** A value of a key that holds a Region, which is not on AWS's list. */
export const invalidRegion = policyRule({
  code: 'iam/invalid-region',
  severity: 'warning',
  source: accessAnalyzer('error-invalid-region'),
  *find(document) {
    const suggest = suggesting((text) => nearest(text, regions));
    for (const { key, read, values } of linesIn(document)) {
      if (read.fact.family !== 'String' || !keys.includes(key.value.toLowerCase())) continue;
      for (const { node, text } of values) {
        if (regions.includes(text) || hasWildcardOrVariable(text) || !isOfListedPartition(text)) continue;
        const found = suggest(text);
        const edits = found === null ? [] : [replaceString(node, found)];
        yield { at: node, message: message('iam/invalid-region', { region: text, nearest: found ?? '' }), edits };
      }
    }
  },
});
