import { message } from '../../../messages/index.ts';
import { replaceString } from '../edit-policy.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { replaceOperator } from '../queries/lines.ts';
import { starLinesIn } from '../queries/only-star.ts';
import { policyRule } from './policy-rule.ts';

/** `StringNotLike` with a star alone asks whether the key is absent, and `Null` says so. */
export const equivalentToNullTrue = policyRule({
  code: 'iam/equivalent-to-null-true',
  severity: 'info',
  source: accessAnalyzer('suggestion-equivalent-to-null-true'),
  *find(document) {
    for (const line of starLinesIn(document)) {
      const { statement, value, key, read } = line;
      if (statement.effect !== 'Allow' || read.base !== 'StringNotLike' || read.set !== null || read.ifExists) continue;
      const operator = replaceOperator(line, 'Null');
      const edits = operator.length === 0 ? [] : [...operator, replaceString(value, 'true')];
      yield { at: value, message: message('iam/equivalent-to-null-true', { key: key.value }), edits };
    }
  },
});
