import { message } from '../../../messages/index.ts';
import { replaceString } from '../edit-policy.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { replaceOperator } from '../queries/lines.ts';
import { starLinesIn } from '../queries/only-star.ts';
import { policyRule } from './policy-rule.ts';

/** `StringLike` with a star alone asks whether the key is there, and `Null` says so. Of a token's subject more has to be said. */
export const equivalentToNullFalse = policyRule({
  code: 'iam/equivalent-to-null-false',
  severity: 'info',
  source: accessAnalyzer('suggestion-equivalent-to-null-false'),
  *find(document) {
    for (const line of starLinesIn(document)) {
      const { statement, value, key, read } = line;
      if (statement.effect !== 'Allow' || read.base !== 'StringLike' || read.set !== null || read.ifExists) continue;
      const isSubject = key.value.toLowerCase().endsWith(':sub');
      const operator = isSubject ? [] : replaceOperator(line, 'Null');
      const edits = operator.length === 0 ? [] : [...operator, replaceString(value, 'false')];
      yield { at: value, message: message('iam/equivalent-to-null-false', { key: key.value }), edits };
    }
  },
});
