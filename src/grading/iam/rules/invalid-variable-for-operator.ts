import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { linesIn } from '../queries/lines.ts';
import { firstVariable } from '../variables.ts';
import { policyRule } from './policy-rule.ts';

/** A variable under an operator that is not of the String or Arn family. */
export const invalidVariableForOperator = policyRule({
  code: 'iam/invalid-variable-for-operator',
  severity: 'error',
  source: accessAnalyzer('error-invalid-variable-for-operator'),
  *find(document) {
    if (document.version !== '2012-10-17') return;
    for (const { operator, read, values } of linesIn(document)) {
      if (read.fact.family === 'String' || read.fact.family === 'Arn') continue;
      for (const { node, text } of values) {
        const variable = firstVariable(text);
        if (variable === null) continue;
        const params = { variable, operator: operator.value };
        yield { at: node, message: message('iam/invalid-variable-for-operator', params) };
      }
    }
  },
});
