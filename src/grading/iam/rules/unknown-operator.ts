import { message } from '../../../messages/index.ts';
import { nearest } from '../../core/nearest.ts';
import { replaceString } from '../edit-policy.ts';
import { statementElement } from '../elements.ts';
import { operators, readOperator } from '../facts/operators.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import type { Finding } from '../finding.ts';
import type { Span } from '../json/nodes.ts';
import { isNullIfExists } from './null-with-if-exists.ts';
import { policyRule } from './policy-rule.ts';

/** A condition operator that IAM does not have. Without keys under it, IAM saves even that. */
export const unknownOperator = policyRule({
  code: 'iam/unknown-operator',
  severity: 'error',
  refuses: true,
  source: accessAnalyzer('error-invalid-condition-operator'),
  *find({ statements }) {
    for (const { node } of statements) {
      const condition = statementElement(node, 'Condition');
      if (condition?.kind !== 'object') continue;
      for (const { key, value } of condition.members) {
        if (
          readOperator(key.value) !== null ||
          isNullIfExists(key.value) ||
          value.kind !== 'object' ||
          value.members.length === 0
        )
          continue;
        yield { at: key, ...suggest(key.value, key) };
      }
    }
  },
});

function suggest(operator: string, at: Span): Omit<Finding, 'at'> {
  const [, prefix = '', name = '', suffix = ''] =
    /^((?:ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/s.exec(operator) ?? [];
  const found = nearest(name, operators.keys());
  if (found === null || (found === 'Null' && suffix !== '')) {
    return { message: message('iam/unknown-operator', { operator, nearest: '' }) };
  }
  const suggestion = `${prefix}${found}${suffix}`;
  return {
    message: message('iam/unknown-operator', { operator, nearest: suggestion }),
    edits: [replaceString(at, suggestion)],
  };
}
