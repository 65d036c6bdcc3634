import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** A `Sid` without a text. */
export const emptySid = policyRule({
  code: 'iam/empty-sid',
  severity: 'info',
  source: accessAnalyzer('suggestion-empty-sid-value'),
  *find({ statements }) {
    for (const { sid } of statements) if (sid?.value === '') yield { at: sid, message: message('iam/empty-sid') };
  },
});
