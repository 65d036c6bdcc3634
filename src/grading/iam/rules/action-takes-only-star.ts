import { message } from '../../../messages/index.ts';
import { takesOnlyStar } from '../catalogue.ts';
import { page } from '../facts/sources.ts';
import { mendedActionsIn } from '../queries/meanings.ts';
import { policyRule } from './policy-rule.ts';

/** An action without a resource type, allowed on ARNs only: the statement never grants it. */
export const actionTakesOnlyStar = policyRule({
  code: 'iam/action-takes-only-star',
  severity: 'warning',
  types: ['identity'],
  source: page(
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html',
  ),
  *find(document) {
    for (const { statement, node, meant, prefix, name } of mendedActionsIn(document)) {
      const { effect, action, resource } = statement;
      if (effect !== 'Allow' || action?.negated || resource === null || resource.negated) continue;
      if (resource.entries.length === 0 || resource.entries.some((entry) => entry.value === '*')) continue;
      if (!takesOnlyStar(prefix, name)) continue;
      yield { at: node, message: message('iam/action-takes-only-star', { action: meant }), related: [resource.value] };
    }
  },
});
