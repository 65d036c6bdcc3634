import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { untaggedIn } from '../queries/resource-tags.ts';
import { policyRule } from './policy-rule.ts';

/** A Deny under a tag of the resource for actions whose requests carry no such tag: it never denies them. */
export const denyWithUnsupportedTagConditionKeyForService = policyRule({
  code: 'iam/deny-with-unsupported-tag-condition-key-for-service',
  severity: 'warning',
  types: ['identity'],
  source: accessAnalyzer('security-warning-deny-with-unsupported-tag-condition-key-for-service'),
  *find(document) {
    for (const { key, actions } of untaggedIn(document, 'Deny')) {
      const shown = actions.slice(0, 5).map(({ value }) => value);
      const params = { key: key.value, actions: shown.join(', ') };
      yield {
        at: key,
        message: message('iam/deny-with-unsupported-tag-condition-key-for-service', params),
        related: actions.map(({ node }) => node),
      };
    }
  },
});
