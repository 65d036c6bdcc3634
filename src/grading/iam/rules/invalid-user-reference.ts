import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** The id of a user in place of its ARN: IAM leaves one behind when the user is deleted. */
export const invalidUserReference = policyRule({
  code: 'iam/invalid-user-reference',
  severity: 'warning',
  types: ['trust', 'resource'],
  source: accessAnalyzer('general-warning-invalid-user-reference'),
  *find({ statements }) {
    for (const { principal } of statements) {
      for (const { node, kind, value } of principal?.entries ?? []) {
        if (kind !== 'AWS' || !/^AIDA[A-Z0-9]{12,}$/.test(value)) continue;
        yield { at: node, message: message('iam/invalid-user-reference', { id: value }) };
      }
    }
  },
});
