import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { hasWildcard } from '../glob.ts';
import { actionsIn } from '../queries/actions.ts';
import { policyRule } from './policy-rule.ts';

/** A wildcard before the colon of an action: services that come later are taken in unseen. */
export const wildcardInServiceName = policyRule({
  code: 'iam/wildcard-in-service-name',
  severity: 'info',
  source: accessAnalyzer('suggestion-wildcard-in-service-name'),
  *find(document) {
    for (const { node, value, prefix } of actionsIn(document)) {
      if (hasWildcard(prefix)) yield { at: node, message: message('iam/wildcard-in-service-name', { action: value }) };
    }
  },
});
