import { message } from '../../../messages/index.ts';
import { typeOfKey } from '../condition-keys.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { linesIn } from '../queries/lines.ts';
import { policyRule } from './policy-rule.ts';

/** A key that holds many values, compared as if it held one. */
export const missingQualifier = policyRule({
  code: 'iam/missing-qualifier',
  severity: 'warning',
  source: accessAnalyzer('error-missing-qualifier'),
  *find(document) {
    for (const { operator, key, read } of linesIn(document)) {
      if (read.set !== null || read.fact.family === 'Null') continue;
      if (!typeOfKey(key.value)?.startsWith('ArrayOf')) continue;
      const params = { key: key.value, operator: operator.value };
      yield { at: key, message: message('iam/missing-qualifier', params), related: [operator] };
    }
  },
});
