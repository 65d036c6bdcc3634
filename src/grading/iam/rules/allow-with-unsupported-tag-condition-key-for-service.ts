import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { untaggedIn } from '../queries/resource-tags.ts';
import { policyRule } from './policy-rule.ts';

/** An Allow under a tag of the resource for actions whose requests carry no such tag: it never allows them. */
export const allowWithUnsupportedTagConditionKeyForService = policyRule({
  code: 'iam/allow-with-unsupported-tag-condition-key-for-service',
  severity: 'info',
  types: ['identity'],
  source: accessAnalyzer('suggestion-allow-with-unsupported-tag-condition-key-for-service'),
  *find(document) {
    for (const { key, actions } of untaggedIn(document, 'Allow')) {
      const shown = actions.slice(0, 5).map(({ value }) => value);
      const params = { key: key.value, actions: shown.join(', ') };
      yield {
        at: key,
        message: message('iam/allow-with-unsupported-tag-condition-key-for-service', params),
        related: actions.map(({ node }) => node),
      };
    }
  },
});
