import { message } from '../../../messages/index.ts';
import { openingBraceOf } from '../document.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** A statement without any action. */
export const missingAction = policyRule({
  code: 'iam/missing-action',
  severity: 'error',
  refuses: true,
  source: accessAnalyzer('error-missing-action'),
  *find({ statements }) {
    for (const { node, action } of statements) {
      if (action === null) yield { at: openingBraceOf(node), message: message('iam/missing-action') };
      else if (action.value.kind === 'list' && action.value.items.length === 0) {
        yield { at: action.value, message: message('iam/missing-action') };
      }
    }
  },
});
