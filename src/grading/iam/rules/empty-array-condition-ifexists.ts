import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { emptyLinesIn } from '../queries/empty-lines.ts';
import { policyRule } from './policy-rule.ts';

/** `IfExists` with an empty list holds only for requests without the key. */
export const emptyArrayConditionIfexists = policyRule({
  code: 'iam/empty-array-condition-ifexists',
  severity: 'info',
  source: accessAnalyzer('suggestion-empty-array-condition-ifexists'),
  *find(document) {
    for (const { operator, key, value, read } of emptyLinesIn(document)) {
      if (!(read.set === null && read.ifExists)) continue;
      const params = { key: key.value, operator: operator.value };
      yield { at: value, message: message('iam/empty-array-condition-ifexists', params) };
    }
  },
});
