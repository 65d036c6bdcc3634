import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { linesIn } from '../queries/lines.ts';
import { policyRule } from './policy-rule.ts';

/** Several values under `Bool`: a key is true or false, and both together hold always. */
export const invalidConditionMultipleBoolean = policyRule({
  code: 'iam/invalid-condition-multiple-boolean',
  severity: 'error',
  source: accessAnalyzer('error-invalid-condition-multiple-boolean'),
  *find(document) {
    for (const { key, value, values, read } of linesIn(document)) {
      if (read.fact.family !== 'Bool' || values.length < 2) continue;
      yield { at: value, message: message('iam/invalid-condition-multiple-boolean', { key: key.value }) };
    }
  },
});
