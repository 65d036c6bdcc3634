import { message } from '../../../messages/index.ts';
import { openingBraceOf } from '../document.ts';
import { identityQuota, managedQuota, sizeOf, trustQuota } from '../size.ts';
import { accessAnalyzer, policyRule, policyWith, statementWith } from './policy-rule.ts';

const many = Array.from({ length: 400 }, (_, index) => `ecr:PutImage${index}`);

/** A policy with more characters than IAM takes, white space not counted. */
export const tooLong = policyRule({
  code: 'iam/too-long',
  severity: 'warning',
  source: accessAnalyzer('warning-policy-size-exceeds-identity-policy-quota'),
  example: {
    fails: policyWith(statementWith({ Action: many })),
    passes: policyWith(statementWith()) + ' '.repeat(7000),
  },
  *find({ root, text, type }) {
    if (type === 'resource') return;
    const size = sizeOf(text);
    const limit = type === 'trust' ? trustQuota : size > identityQuota ? identityQuota : managedQuota;
    if (size > limit) yield { at: openingBraceOf(root), message: message('iam/too-long', { size, limit }) };
  },
});
