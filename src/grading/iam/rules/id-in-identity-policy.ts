import { message } from '../../../messages/index.ts';
import { memberOf } from '../document.ts';
import { iamGuide } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** An `Id` in an identity's policy: it is meant for the policies of some resources, and IAM saves it all the same. */
export const idInIdentityPolicy = policyRule({
  code: 'iam/id-in-identity-policy',
  severity: 'info',
  types: ['identity'],
  source: iamGuide('reference_policies_elements_id'),
  *find({ root }) {
    const id = memberOf(root, 'Id');
    if (id !== null) yield { at: id.key, message: message('iam/id-in-identity-policy') };
  },
});
