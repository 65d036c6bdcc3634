import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** A session of a role beside the role itself: the role's sessions are let in already. */
export const redundantPrincipalInRoleTrustPolicy = policyRule({
  code: 'iam/redundant-principal-in-role-trust-policy',
  severity: 'info',
  types: ['trust'],
  source: accessAnalyzer('suggestion-redundant-principal-in-role-trust-policy'),
  *find({ statements }) {
    for (const { principal } of statements) {
      if (principal === null || principal.negated) continue;
      const roles = new Map(
        principal.entries.flatMap((entry) => {
          const [, account, name] = /^arn:[\w-]+:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(entry.value) ?? [];
          return account === undefined ? [] : [[`${account}/${name}`, entry] as const];
        }),
      );
      for (const { node, value } of roles.size === 0 ? [] : principal.entries) {
        const [, account, name] = /^arn:[\w-]+:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(value) ?? [];
        const role = roles.get(`${account}/${name}`);
        if (role === undefined) continue;
        const params = { session: value, role: role.value };
        yield {
          at: node,
          message: message('iam/redundant-principal-in-role-trust-policy', params),
          related: [role.node],
        };
      }
    }
  },
});
