import { message } from '../../../messages/index.ts';
import { replaceString } from '../edit-policy.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { actionsIn, actionsTakenIn } from '../queries/actions.ts';
import { meaningsIn, replacementFor } from '../queries/meanings.ts';
import { policyRule } from './policy-rule.ts';

/** An action that the catalogue does not know, and a wildcard that takes none in. IAM saves it, and it matches nothing. */
export const unknownAction = policyRule({
  code: 'iam/unknown-action',
  severity: 'warning',
  source: accessAnalyzer('error-invalid-action'),
  *find(document) {
    const meanings = meaningsIn(document);
    for (const named of meanings.size === 0 ? [] : actionsIn(document)) {
      const { node, value, prefix } = named;
      if (value !== value.trim() || actionsTakenIn(named)?.length !== 0) continue;
      const known = meanings.get(value) ?? [];
      const nearest = known.join(', ');
      const text = replacementFor(named, meanings);
      const edits = text === null ? [] : [replaceString(node, text)];
      yield { at: node, message: message('iam/unknown-action', { action: value, service: prefix, nearest }), edits };
    }
  },
});
