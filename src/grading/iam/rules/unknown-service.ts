import { message } from '../../../messages/index.ts';
import { servicePrefixes } from '../catalogue.ts';
import { prefixMeant } from '../did-you-mean.ts';
import { actionsIn } from './actions.ts';
import { accessAnalyzer, policyRule } from './policy-rule.ts';

const maxSuggestions = 50;

/** A service prefix that the catalogue does not know. */
export const unknownService = policyRule({
  code: 'iam/unknown-service',
  severity: 'warning',
  source: accessAnalyzer('error-invalid-service-in-action'),
  *find(document) {
    const known = new Set(servicePrefixes());
    const meant = new Map<string, string | null>();
    for (const { node, value, prefix, name } of actionsIn(document)) {
      if (known.has(prefix.toLowerCase()) || /[*?]/.test(prefix)) continue;
      const nearest = meant.get(prefix) ?? (meant.size < maxSuggestions ? prefixMeant(prefix) : null);
      meant.set(prefix, nearest);
      const text = JSON.stringify(`${nearest}:${name}`);
      const edits = nearest === null ? [] : [{ start: node.start, end: node.end, text }];
      const params = { action: value, service: prefix, nearest: nearest ?? '–' };
      yield { at: node, message: message('iam/unknown-service', params), edits };
    }
  },
});
