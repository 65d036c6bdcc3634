import { message } from '../../../messages/index.ts';
import { nearest } from '../../core/nearest.ts';
import { replaceString } from '../edit-policy.ts';
import { principalKinds } from '../elements.ts';
import { iamGuide } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** A kind of principal that IAM does not have. */
export const principalKind = policyRule({
  code: 'iam/principal-kind',
  severity: 'error',
  types: ['trust', 'resource'],
  source: iamGuide('reference_policies_elements_principal'),
  *find({ statements }) {
    for (const { principal } of statements) {
      const members = principal?.value.kind === 'object' ? principal.value.members : [];
      for (const { key } of members) {
        if (principalKinds.some((kind) => kind === key.value)) continue;
        const found = nearest(key.value, principalKinds);
        const isFree = found !== null && members.every((other) => other.key.value !== found);
        const edits = isFree ? [replaceString(key, found)] : [];
        yield { at: key, message: message('iam/principal-kind', { kind: key.value, nearest: found ?? '' }), edits };
      }
    }
  },
});
