import { message } from '../../../messages/index.ts';
import { memoize } from '../../core/memoize.ts';
import { isSessionKey, prefixOf, typeOfKey } from '../condition-keys.ts';
import type { Statement } from '../document.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { hasWildcard } from '../glob.ts';
import { splitAction } from '../match.ts';
import { holdsWithoutKey, linesIn } from '../queries/lines.ts';
import { policyRule } from './policy-rule.ts';

/** A service's own key in a statement that names no action of the service. */
export const missingActionForConditionKey = policyRule({
  code: 'iam/missing-action-for-condition-key',
  severity: 'warning',
  types: ['identity'],
  source: accessAnalyzer('error-missing-action-for-condition-key'),
  *find(document) {
    for (const line of linesIn(document)) {
      const { key, statement } = line;
      const prefix = prefixOf(key.value);
      if (prefix === 'aws' || isSessionKey(key.value) || holdsWithoutKey(line)) continue;
      if (typeOfKey(key.value) === null || mayName(statement, prefix)) continue;
      const params = { key: key.value, service: prefix };
      yield { at: key, message: message('iam/missing-action-for-condition-key', params) };
    }
  },
});

/** A wildcard before the colon may stand for the service, and `NotAction` names all that it does not name. */
function mayName(statement: Statement, service: string): boolean {
  const { isOpen, prefixes } = prefixesNamedIn(statement);
  return isOpen || prefixes.has(service);
}

const prefixesNamedIn = memoize(({ action }: Statement) => {
  const prefixes = new Set(action?.entries.map(({ value }) => splitAction(value.toLowerCase())[0]));
  return { prefixes, isOpen: action?.negated !== false || [...prefixes].some((prefix) => hasWildcard(prefix)) };
});
