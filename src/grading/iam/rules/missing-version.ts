import { message } from '../../../messages/index.ts';
import { openingBraceOf } from '../document.ts';
import { policyElement } from '../elements.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** A policy without `Version`: IAM takes it for the old language, without variables, and saves it as an inline policy only. */
export const missingVersion = policyRule({
  code: 'iam/missing-version',
  severity: 'warning',
  source: accessAnalyzer('general-warning-missing-version'),
  *find({ root }) {
    if (root.kind !== 'object' || policyElement(root, 'Version') !== undefined) return;
    const at = root.start + 1;
    const isEmpty = root.members.length === 0;
    const edits = isEmpty ? [] : [{ start: at, end: at, text: '\n  "Version": "2012-10-17",' }];
    yield { at: openingBraceOf(root), message: message('iam/missing-version'), edits };
  },
});
