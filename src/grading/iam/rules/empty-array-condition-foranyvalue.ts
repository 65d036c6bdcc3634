import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { emptyLinesIn } from '../queries/empty-lines.ts';
import { policyRule } from './policy-rule.ts';

/** `ForAnyValue` with an empty list never holds. */
export const emptyArrayConditionForanyvalue = policyRule({
  code: 'iam/empty-array-condition-foranyvalue',
  severity: 'info',
  source: accessAnalyzer('suggestion-empty-array-condition-foranyvalue'),
  *find(document) {
    for (const { operator, key, value, read } of emptyLinesIn(document)) {
      if (!(read.set === 'ForAnyValue')) continue;
      const params = { key: key.value, operator: operator.value };
      yield { at: value, message: message('iam/empty-array-condition-foranyvalue', params) };
    }
  },
});
