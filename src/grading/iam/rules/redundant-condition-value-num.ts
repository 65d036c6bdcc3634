import { message } from '../../../messages/index.ts';
import { isNumber } from '../compare.ts';
import { replaceString } from '../edit-policy.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { linesIn } from '../queries/lines.ts';
import { policyRule } from './policy-rule.ts';

/** Several bounds for one number: the values are ORed, so only the widest of them counts. */
export const redundantConditionValueNum = policyRule({
  code: 'iam/redundant-condition-value-num',
  severity: 'info',
  source: accessAnalyzer('suggestion-redundant-condition-value-num'),
  *find(document) {
    for (const { operator, read, value, values } of linesIn(document)) {
      const { family, comparison } = read.fact;
      if (family !== 'Numeric' || comparison === 'equals' || values.length < 2) continue;
      if (!values.every(({ text }) => isNumber(text))) continue;
      const isUpper = comparison === 'less' || comparison === 'less-or-equal';
      const numbers = values.map(({ text }) => Number(text));
      const widest = numbers.reduce((one, other) => (other > one === isUpper ? other : one));
      const kept = values[numbers.indexOf(widest)]?.text ?? '';
      const edits = [replaceString(value, kept)];
      const params = { operator: operator.value, kept };
      yield { at: value, message: message('iam/redundant-condition-value-num', params), edits };
    }
  },
});
