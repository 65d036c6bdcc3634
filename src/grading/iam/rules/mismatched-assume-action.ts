import { message } from '../../../messages/index.ts';
import { replaceString } from '../edit-policy.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { isReached } from '../queries/reached.ts';
import { policyRule } from './policy-rule.ts';

/** A way of assuming the role that the statement's principals cannot take: `sts:AssumeRole` for an identity provider. */
export const mismatchedAssumeAction = policyRule({
  code: 'iam/mismatched-assume-action',
  severity: 'error',
  types: ['trust'],
  source: accessAnalyzer('error-mismatched-action-for-principal'),
  *find({ statements }) {
    for (const { action, principal } of statements) {
      if (action === null || action.negated || principal === null) continue;
      const provider = principal.entries.find(({ kind }) => kind === 'Federated');
      if (provider === undefined || principal.entries.some(({ kind }) => kind !== 'Federated')) continue;
      const wanted = provider.value.includes(':saml-provider/') ? 'AssumeRoleWithSAML' : 'AssumeRoleWithWebIdentity';
      if (action.entries.some(({ value }) => isReached(value, `sts:${wanted.toLowerCase()}`))) continue;
      const entry = action.entries.find(({ value }) => value.toLowerCase() === 'sts:assumerole');
      if (entry === undefined) continue;
      const edits = [replaceString(entry.node, `sts:${wanted}`)];
      yield {
        at: entry.node,
        message: message('iam/mismatched-assume-action', { action: entry.value }),
        related: [provider.node],
        edits,
      };
    }
  },
});
