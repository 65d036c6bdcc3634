import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { emptyLinesIn } from '../queries/empty-lines.ts';
import { policyRule } from './policy-rule.ts';

/** `ForAllValues` with an empty list holds only for requests without the key. */
export const emptyArrayConditionForallvalues = policyRule({
  code: 'iam/empty-array-condition-forallvalues',
  severity: 'info',
  source: accessAnalyzer('suggestion-empty-array-condition-forallvalues'),
  *find(document) {
    for (const { operator, key, value, read } of emptyLinesIn(document)) {
      if (!(read.set === 'ForAllValues')) continue;
      const params = { key: key.value, operator: operator.value };
      yield { at: value, message: message('iam/empty-array-condition-forallvalues', params) };
    }
  },
});
