import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { firstVariable } from '../variables.ts';
import { policyRule } from './policy-rule.ts';

/** A variable among the actions or principals, where it is plain text. */
export const variableUnsupportedInElement = policyRule({
  code: 'iam/variable-unsupported-in-element',
  severity: 'error',
  source: accessAnalyzer('error-variable-unsupported-in-element'),
  *find({ statements }) {
    for (const { action, principal } of statements) {
      for (const list of [action, principal]) {
        if (list === null) continue;
        for (const { node, value } of list.entries) {
          const variable = firstVariable(value);
          if (variable === null) continue;
          const params = { variable, element: list.key.value };
          yield { at: node, message: message('iam/variable-unsupported-in-element', params) };
        }
      }
    }
  },
});
