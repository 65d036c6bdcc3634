import { message } from '../../../messages/index.ts';
import { openingBraceOf } from '../document.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { identityQuota, managedQuota, sizeOf, trustQuota } from '../size.ts';
import { policyRule } from './policy-rule.ts';

/** A policy with more characters than IAM takes, white space not counted. */
export const tooLong = policyRule({
  code: 'iam/too-long',
  severity: 'warning',
  source: accessAnalyzer('general-warning-policy-size-exceeds-identity-policy-quota'),
  *find({ root, text, type }) {
    if (type === 'resource') return;
    const size = sizeOf(text);
    const limit = type === 'trust' ? trustQuota : size > identityQuota ? identityQuota : managedQuota;
    if (size > limit) yield { at: openingBraceOf(root), message: message('iam/too-long', { size, limit }) };
  },
});
