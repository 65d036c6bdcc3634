import { message } from '../../../messages/index.ts';
import { groupBy } from '../../core/group-by.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** One condition key twice under one operator, with other capitals. */
export const duplicateConditionKey = policyRule({
  code: 'iam/duplicate-condition-key',
  severity: 'error',
  source: accessAnalyzer('error-duplicate-keys-with-different-case'),
  *find({ statements }) {
    for (const { conditions } of statements) {
      for (const lines of groupBy(
        conditions,
        ({ operator, key }) => `${operator.start} ${key.value.toLowerCase()}`,
      ).values()) {
        const keys = lines.map(({ key }) => key);
        if (new Set(keys.map(({ value }) => value)).size < 2) continue;
        const [first, ...others] = keys;
        if (first === undefined) continue;
        yield {
          at: first,
          message: message('iam/duplicate-condition-key', { key: first.value }),
          related: others,
        };
      }
    }
  },
});
