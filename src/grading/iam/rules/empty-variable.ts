import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { variablesIn } from '../queries/variable-places.ts';
import { policyRule } from './policy-rule.ts';

/** Braces of a variable with nothing between them. */
export const emptyVariable = policyRule({
  code: 'iam/empty-variable',
  severity: 'error',
  source: accessAnalyzer('error-empty-variable'),
  *find(document) {
    for (const { inside, at } of variablesIn(document)) {
      if (inside?.trim() === '') yield { at, message: message('iam/empty-variable') };
    }
  },
});
