import { message } from '../../../messages/index.ts';
import { actionsMeant } from '../did-you-mean.ts';
import { actionsIn, actionsTakenIn } from './actions.ts';
import { accessAnalyzer, policyRule } from './policy-rule.ts';

/** Different misspellings that get a suggestion; what comes after is only named. */
const maxSuggestions = 100;

/** An action that the catalogue does not know, and a wildcard that takes none in. IAM saves it, and it matches nothing. */
export const unknownAction = policyRule({
  code: 'iam/unknown-action',
  severity: 'warning',
  source: accessAnalyzer('error-invalid-action'),
  *find(document) {
    const meant = new Map<string, readonly string[]>();
    for (const named of actionsIn(document)) {
      const { node, value, prefix } = named;
      if (value !== value.trim() || actionsTakenIn(named)?.length !== 0) continue;
      const known = meant.get(value) ?? (meant.size < maxSuggestions ? actionsMeant(value) : []);
      meant.set(value, known);
      const nearest = known.length === 0 ? '–' : known.join(', ');
      const edits = known.length === 1 ? [{ start: node.start, end: node.end, text: JSON.stringify(known[0]) }] : [];
      yield { at: node, message: message('iam/unknown-action', { action: value, service: prefix, nearest }), edits };
    }
  },
});
