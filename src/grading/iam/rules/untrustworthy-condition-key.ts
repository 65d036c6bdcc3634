import { message } from '../../../messages/index.ts';
import { iamGuide } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** Keys whose value the caller writes into a header of the request. */
const written: readonly string[] = ['aws:referer', 'aws:useragent'];

/** A key that whoever calls may set as they like. */
export const untrustworthyConditionKey = policyRule({
  code: 'iam/untrustworthy-condition-key',
  severity: 'warning',
  source: iamGuide('reference_policies_condition-keys'),
  *find({ statements }) {
    for (const { conditions } of statements) {
      for (const { key } of conditions) {
        if (!written.includes(key.value.toLowerCase())) continue;
        yield { at: key, message: message('iam/untrustworthy-condition-key', { key: key.value }) };
      }
    }
  },
});
