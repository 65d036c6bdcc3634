import { message } from '../../../messages/index.ts';
import { servicePrefixes } from '../catalogue.ts';
import { replaceString } from '../edit-policy.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { hasWildcard } from '../glob.ts';
import { splitAction } from '../match.ts';
import { actionsIn } from '../queries/actions.ts';
import { meaningsIn, replacementFor } from '../queries/meanings.ts';
import { policyRule } from './policy-rule.ts';

/** A service prefix that the catalogue does not know. */
export const unknownService = policyRule({
  code: 'iam/unknown-service',
  severity: 'warning',
  source: accessAnalyzer('error-invalid-service-in-action'),
  *find(document) {
    const known = new Set(servicePrefixes());
    const meanings = meaningsIn(document);
    for (const named of meanings.size === 0 ? [] : actionsIn(document)) {
      const { node, value, prefix } = named;
      if (known.has(prefix.toLowerCase()) || hasWildcard(prefix)) continue;
      const [meant] = meanings.get(value) ?? [];
      const text = replacementFor(named, meanings);
      const edits = text === null ? [] : [replaceString(node, text)];
      const nearest = meant === undefined ? '' : splitAction(meant)[0];
      yield { at: node, message: message('iam/unknown-service', { action: value, service: prefix, nearest }), edits };
    }
  },
});
