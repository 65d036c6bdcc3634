import { message } from '../../../messages/index.ts';
import { prohibitedIn } from '../elements.ts';
import { iamGuide } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/**
 * `Principal` in an identity's policy, `Resource` in a trust policy: who or what is meant is given by where the policy is attached. AWS's
 * sentences are as people report them.
 * @source https://github.com/hashicorp/terraform-provider-aws/issues/10419 (read 2026-11-24)
 * @source https://github.com/localstack/localstack/issues/6644 (read 2026-11-24)
 */
export const prohibitedElement = policyRule({
  code: 'iam/prohibited-element',
  severity: 'error',
  refuses: true,
  source: iamGuide('reference_policies_elements_principal'),
  *find({ statements, type }) {
    const prohibited = prohibitedIn(type);
    for (const { node } of statements) {
      for (const { key } of node.members) {
        if (!prohibited.includes(key.value)) continue;
        const said =
          type === 'trust' ? `Has prohibited field ${key.value}.` : 'Policy document should not specify a principal.';
        yield {
          at: key,
          message: message('iam/prohibited-element', { element: key.value, trust: type === 'trust' ? 1 : 0, said }),
        };
      }
    }
  },
});
