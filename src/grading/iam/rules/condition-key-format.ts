import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** A condition key without the service's prefix. */
export const conditionKeyFormat = policyRule({
  code: 'iam/condition-key-format',
  severity: 'error',
  source: accessAnalyzer('error-invalid-condition-key-format'),
  *find({ statements }) {
    for (const { conditions } of statements) {
      for (const { key } of conditions) {
        if (!/^[^:\s]+:[^\s].*$/s.test(key.value))
          yield { at: key, message: message('iam/condition-key-format', { key: key.value }) };
      }
    }
  },
});
