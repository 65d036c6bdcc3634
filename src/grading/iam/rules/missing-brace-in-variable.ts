import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { variablesIn } from '../queries/variable-places.ts';
import { policyRule } from './policy-rule.ts';

/** A variable whose brace is never closed: the text is taken as it stands. */
export const missingBraceInVariable = policyRule({
  code: 'iam/missing-brace-in-variable',
  severity: 'error',
  source: accessAnalyzer('error-missing-brace-in-variable'),
  *find(document) {
    for (const { inside, written, at } of variablesIn(document)) {
      if (inside === null) yield { at, message: message('iam/missing-brace-in-variable', { written }) };
    }
  },
});
