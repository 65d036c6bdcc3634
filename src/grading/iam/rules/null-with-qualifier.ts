import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { linesIn } from '../queries/lines.ts';
import { policyRule } from './policy-rule.ts';

/** `Null` under a set operator: always true under `ForAllValues`, always false under `ForAnyValue`. */
export const nullWithQualifier = policyRule({
  code: 'iam/null-with-qualifier',
  severity: 'info',
  source: accessAnalyzer('suggestion-null-with-qualifier'),
  *find(document) {
    for (const { operator, key, read } of linesIn(document)) {
      if (read.fact.family !== 'Null' || read.set === null) continue;
      const always = read.set === 'ForAllValues' ? 'true' : 'false';
      const params = { operator: operator.value, always };
      yield { at: operator, message: message('iam/null-with-qualifier', params), related: [key] };
    }
  },
});
