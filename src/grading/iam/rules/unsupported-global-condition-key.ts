import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** True for `aws:ARN`, which requests do not carry. */
export function isUnsupportedKey(key: string): boolean {
  return key.toLowerCase() === 'aws:arn';
}

/** `aws:ARN`: whose ARN is meant has two keys of its own. */
export const unsupportedGlobalConditionKey = policyRule({
  code: 'iam/unsupported-global-condition-key',
  severity: 'error',
  source: accessAnalyzer('error-unsupported-global-condition-key'),
  *find({ statements }) {
    for (const { conditions } of statements) {
      for (const { key } of conditions) {
        if (!isUnsupportedKey(key.value)) continue;
        yield { at: key, message: message('iam/unsupported-global-condition-key', { key: key.value }) };
      }
    }
  },
});
