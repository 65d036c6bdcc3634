import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** The id of a role in place of its ARN: IAM leaves one behind when the role is deleted. */
export const invalidRoleReference = policyRule({
  code: 'iam/invalid-role-reference',
  severity: 'warning',
  types: ['trust', 'resource'],
  source: accessAnalyzer('general-warning-invalid-role-reference'),
  *find({ statements }) {
    for (const { principal } of statements) {
      for (const { node, kind, value } of principal?.entries ?? []) {
        if (kind !== 'AWS' || !/^AROA[A-Z0-9]{12,}$/.test(value)) continue;
        yield { at: node, message: message('iam/invalid-role-reference', { id: value }) };
      }
    }
  },
});
