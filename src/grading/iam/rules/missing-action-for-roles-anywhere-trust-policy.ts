import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { isReached } from '../queries/reached.ts';
import { policyRule } from './policy-rule.ts';

const wanted: readonly string[] = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'];

/** A trust in IAM Roles Anywhere without one of the three actions that it takes. */
export const missingActionForRolesAnywhereTrustPolicy = policyRule({
  code: 'iam/missing-action-for-roles-anywhere-trust-policy',
  severity: 'error',
  types: ['trust'],
  source: accessAnalyzer('error-missing-action-for-roles-anywhere-trust-policy'),
  *find({ statements }) {
    const trusting = statements.filter(
      ({ effect, principal }) =>
        effect === 'Allow' && principal?.entries.some(({ value }) => value === 'rolesanywhere.amazonaws.com'),
    );
    const [first] = trusting;
    if (first?.action == null || trusting.some(({ action }) => action?.negated)) return;
    const entries = trusting.flatMap(({ action }) => action?.entries ?? []);
    const missing = wanted.filter((name) => !entries.some(({ value }) => isReached(value, name.toLowerCase())));
    if (missing.length === 0) return;
    const params = { missing: missing.join(', ') };
    yield { at: first.action.value, message: message('iam/missing-action-for-roles-anywhere-trust-policy', params) };
  },
});
