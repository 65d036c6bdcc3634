import { message } from '../../../messages/index.ts';
import { iamGuide, listsOf, policyRule } from './policy-rule.ts';

/** A blank at the end of an action or resource: IAM saves it, and it matches nothing. */
export const straySpace = policyRule({
  code: 'iam/stray-space',
  severity: 'warning',
  source: iamGuide('reference_policies_elements_action'),
  *find({ statements }) {
    for (const statement of statements) {
      for (const { node, value } of listsOf(statement).flatMap(({ entries }) => entries)) {
        const text = value.trim();
        if (text === value || text === '') continue;
        const edits = [{ start: node.start, end: node.end, text: JSON.stringify(text) }];
        yield { at: node, message: message('iam/stray-space', { written: value }), edits };
      }
    }
  },
});
