import { message } from '../../../messages/index.ts';
import { isSessionKey, prefixOf, typeOfKey } from '../condition-keys.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { knownActionsOf, maxCompared, withoutKey } from '../queries/carried-keys.ts';
import { holdsWithoutKey, linesIn } from '../queries/lines.ts';
import { policyRule } from './policy-rule.ts';

/** A service's own key that requests for an action of the service never carry: the statement never applies to that action. */
export const unsupportedActionForConditionKey = policyRule({
  code: 'iam/unsupported-action-for-condition-key',
  severity: 'warning',
  types: ['identity'],
  source: accessAnalyzer('error-unsupported-action-for-condition-key'),
  *find(document) {
    let compared = 0;
    for (const line of linesIn(document)) {
      const { key, statement } = line;
      const prefix = prefixOf(key.value);
      if (prefix === 'aws' || isSessionKey(key.value) || holdsWithoutKey(line)) continue;
      if (typeOfKey(key.value) === null) continue;
      compared += 1;
      if (compared > maxCompared) return;
      const own = knownActionsOf(statement).filter(({ action }) => action.service === prefix);
      const lacking = withoutKey(own, key.value);
      if (lacking.length === 0) continue;
      const shown = lacking.slice(0, 5).map(({ value }) => value);
      const params = { key: key.value, actions: shown.join(', ') };
      const related = lacking.map(({ node }) => node);
      yield { at: key, message: message('iam/unsupported-action-for-condition-key', params), related };
    }
  },
});
