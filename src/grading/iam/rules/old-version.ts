import { message } from '../../../messages/index.ts';
import { replaceString } from '../edit-policy.ts';
import { policyElement } from '../elements.ts';
import { iamGuide } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** The older version of the policy language. */
export const oldVersion = policyRule({
  code: 'iam/old-version',
  severity: 'warning',
  source: iamGuide('reference_policies_elements_version'),
  *find({ root }) {
    const value = policyElement(root, 'Version');
    if (value?.kind !== 'string' || value.value !== '2008-10-17') return;
    yield {
      at: value,
      message: message('iam/old-version'),
      edits: [replaceString(value, '2012-10-17')],
    };
  },
});
