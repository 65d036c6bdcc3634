import { message } from '../../../messages/index.ts';
import { statementElement } from '../elements.ts';
import { readOperator } from '../facts/operators.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** A condition without keys, or a key without values. */
export const emptyCondition = policyRule({
  code: 'iam/empty-condition',
  severity: 'info',
  source: accessAnalyzer('suggestion-empty-object-condition'),
  *find({ statements }) {
    for (const { node, conditions } of statements) {
      const condition = statementElement(node, 'Condition');
      if (condition?.kind !== 'object') continue;
      const empty = condition.members.filter(({ value }) => value.kind === 'object' && value.members.length === 0);
      if (condition.members.length === 0) yield { at: condition, message: message('iam/empty-condition') };
      for (const { key } of empty) yield { at: key, message: message('iam/empty-condition') };
      for (const { operator, key, value } of conditions) {
        const read = readOperator(operator.value);
        const hasOwnCheck = read !== null && (read.set !== null || read.ifExists);
        const isEmpty = value.kind === 'list' && value.items.length === 0 && !hasOwnCheck;
        if (isEmpty) yield { at: key, message: message('iam/empty-condition') };
      }
    }
  },
});
