import { message } from '../../../messages/index.ts';
import { openingBraceOf } from '../document.ts';
import { policyElement } from '../elements.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** A policy without a statement. */
export const missingStatement = policyRule({
  code: 'iam/missing-statement',
  severity: 'error',
  refuses: true,
  source: accessAnalyzer('error-missing-statement'),
  *find({ root }) {
    if (root.kind !== 'object') return;
    const listed = policyElement(root, 'Statement');
    const isEmpty = listed === undefined || (listed.kind === 'list' && listed.items.length === 0);
    if (isEmpty) yield { at: listed ?? openingBraceOf(root), message: message('iam/missing-statement') };
  },
});
