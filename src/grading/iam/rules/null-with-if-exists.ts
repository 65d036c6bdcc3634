import { message } from '../../../messages/index.ts';
import { memberOf } from '../document.ts';
import { replaceString } from '../edit-policy.ts';
import { statementElement } from '../elements.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** `NullIfExists`, with or without a set operator. */
const nullIfExists = /^((?:ForAllValues|ForAnyValue):)?NullIfExists$/i;

/** True for `Null` with the suffix that it cannot have. */
export function isNullIfExists(operator: string): boolean {
  return nullIfExists.test(operator);
}

/** `Null` asks whether a key is there, so it cannot also hold only if it is. Without keys under it, IAM saves even that. */
export const nullWithIfExists = policyRule({
  code: 'iam/null-with-if-exists',
  severity: 'error',
  refuses: true,
  source: accessAnalyzer('error-null-with-if-exists'),
  *find({ statements }) {
    for (const { node } of statements) {
      const condition = statementElement(node, 'Condition');
      for (const { key, value } of condition?.kind === 'object' ? condition.members : []) {
        if (!isNullIfExists(key.value) || value.kind !== 'object' || value.members.length === 0) continue;
        const wanted = key.value.slice(0, -'IfExists'.length);
        const isFree = condition !== undefined && memberOf(condition, wanted) === null;
        const edits = isFree ? [replaceString(key, wanted)] : [];
        yield { at: key, message: message('iam/null-with-if-exists', { operator: key.value }), edits };
      }
    }
  },
});
