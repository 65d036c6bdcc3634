import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { tagLinesIn } from '../queries/resource-tags.ts';
import { policyRule } from './policy-rule.ts';

/** `NotAction` in a Deny under a tag of the resource: it takes in actions whose requests carry no such tag. */
export const denyNotactionWithUnsupportedTagConditionKeyForService = policyRule({
  code: 'iam/deny-notaction-with-unsupported-tag-condition-key-for-service',
  severity: 'warning',
  types: ['identity'],
  source: accessAnalyzer('security-warning-deny-notaction-with-unsupported-tag-condition-key-for-service'),
  *find(document) {
    for (const { key, statement } of tagLinesIn(document, 'Deny')) {
      if (!statement.action?.negated) continue;
      const params = { key: key.value };
      yield {
        at: key,
        message: message('iam/deny-notaction-with-unsupported-tag-condition-key-for-service', params),
        related: [statement.action.key],
      };
    }
  },
});
