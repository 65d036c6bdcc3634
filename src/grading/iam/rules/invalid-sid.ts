import { message } from '../../../messages/index.ts';
import { replaceString } from '../edit-policy.ts';
import { iamGuide } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** A `Sid` with anything but letters and digits. */
export const invalidSid = policyRule({
  code: 'iam/invalid-sid',
  severity: 'error',
  refuses: true,
  types: ['identity', 'trust'],
  source: iamGuide('reference_policies_elements_sid'),
  *find({ statements }) {
    const taken = new Set(statements.map(({ sid }) => sid?.value));
    for (const { sid } of statements) {
      if (sid === null || /^[0-9A-Za-z]*$/.test(sid.value)) continue;
      const cleaned = sid.value.replace(/[^0-9A-Za-z]/g, '');
      const edits = taken.has(cleaned) ? [] : [replaceString(sid, cleaned)];
      taken.add(cleaned);
      yield { at: sid, message: message('iam/invalid-sid', { sid: sid.value }), edits };
    }
  },
});
