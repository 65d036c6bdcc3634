import { message } from '../../../messages/index.ts';
import { isReadOnly } from '../catalogue.ts';
import { splitAction } from '../match.ts';
import { actionsTakenIn } from './actions.ts';
import { iamGuide, policyRule } from './policy-rule.ts';

/** An action that changes something and takes an ARN, allowed on `*`, unless a Deny with `NotResource` fences it in. */
export const everyResource = policyRule({
  code: 'iam/every-resource',
  severity: 'warning',
  types: ['identity'],
  source: iamGuide('best-practices'),
  *find({ statements }) {
    if (statements.some(({ effect, resource }) => effect === 'Deny' && resource?.negated)) return;
    for (const statement of statements) {
      const { effect, action, resource } = statement;
      const star = resource?.negated ? undefined : resource?.entries.find(({ value }) => value === '*');
      if (effect !== 'Allow' || action === null || star === undefined) continue;
      const entry = action.entries.find(({ node, value }) => {
        const [prefix, name] = splitAction(value);
        const taken = actionsTakenIn({ statement, node, value, prefix, name }) ?? [];
        return value === '*' || taken.some((each) => each.resourceTypes.length > 0 && !isReadOnly(each));
      });
      if (entry === undefined || action.negated) continue;
      yield { at: star.node, message: message('iam/every-resource', { action: entry.value }), related: [entry.node] };
    }
  },
});
