import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** Keys that say which VPC an address is in. @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (read 2026-11-24) */
const pairs: readonly string[] = ['aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn'];

/** An address inside a VPC without the VPC: every VPC has the same private addresses. */
export const missingPairedConditionKeys = policyRule({
  code: 'iam/missing-paired-condition-keys',
  severity: 'warning',
  source: accessAnalyzer('security-warning-missing-paired-condition-keys'),
  *find({ statements }) {
    for (const { conditions } of statements) {
      const isPaired = conditions.some((line) => pairs.includes(line.key.value.toLowerCase()));
      for (const { key } of isPaired ? [] : conditions) {
        if (key.value.toLowerCase() !== 'aws:vpcsourceip') continue;
        yield { at: key, message: message('iam/missing-paired-condition-keys', { key: key.value }) };
      }
    }
  },
});
