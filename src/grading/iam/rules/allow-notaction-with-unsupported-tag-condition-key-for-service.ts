import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { tagLinesIn } from '../queries/resource-tags.ts';
import { policyRule } from './policy-rule.ts';

/** `NotAction` in an Allow under a tag of the resource: it takes in actions whose requests carry no such tag. */
export const allowNotactionWithUnsupportedTagConditionKeyForService = policyRule({
  code: 'iam/allow-notaction-with-unsupported-tag-condition-key-for-service',
  severity: 'info',
  types: ['identity'],
  source: accessAnalyzer('suggestion-allow-notaction-with-unsupported-tag-condition-key-for-service'),
  *find(document) {
    for (const { key, statement } of tagLinesIn(document, 'Allow')) {
      if (!statement.action?.negated) continue;
      const params = { key: key.value };
      yield {
        at: key,
        message: message('iam/allow-notaction-with-unsupported-tag-condition-key-for-service', params),
        related: [statement.action.key],
      };
    }
  },
});
