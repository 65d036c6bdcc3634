import { message } from '../../../messages/index.ts';
import { replaceString } from '../edit-policy.ts';
import { iamGuide } from '../facts/sources.ts';
import { meaningsIn, mended } from '../queries/meanings.ts';
import { isReached } from '../queries/reached.ts';
import { policyRule } from './policy-rule.ts';

/** A blank at the end of an action or resource: IAM saves it, and it matches nothing. */
export const straySpace = policyRule({
  code: 'iam/stray-space',
  severity: 'warning',
  source: iamGuide('reference_policies_elements_action'),
  *find(document) {
    const meanings = meaningsIn(document);
    for (const statement of document.statements) {
      for (const list of [statement.action, statement.resource]) {
        for (const { node, value } of list?.entries ?? []) {
          const text = value.trim();
          if (text === value || text === '') continue;
          const isThere = list?.entries.some(
            (entry) => entry.value !== value && isReached(entry.value, text.toLowerCase()),
          );
          const wanted = list === statement.action ? mended(value, meanings) : text;
          const edits = isThere ? [] : [replaceString(node, wanted)];
          yield { at: node, message: message('iam/stray-space', { written: value }), edits };
        }
      }
    }
  },
});
