import { message } from '../../../messages/index.ts';
import { replaceString } from '../edit-policy.ts';
import { policyElement } from '../elements.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** A `Version` that IAM's policy language never had. */
export const invalidVersion = policyRule({
  code: 'iam/invalid-version',
  severity: 'error',
  refuses: true,
  source: accessAnalyzer('error-invalid-version'),
  *find({ root }) {
    const value = policyElement(root, 'Version');
    if (value?.kind !== 'string' || ['2012-10-17', '2008-10-17'].includes(value.value)) return;
    const edits = [replaceString(value, '2012-10-17')];
    yield { at: value, message: message('iam/invalid-version', { version: value.value }), edits };
  },
});
