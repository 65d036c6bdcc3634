import { message } from '../../../messages/index.ts';
import { isReadOnly } from '../catalogue.ts';
import { iamGuide } from '../facts/sources.ts';
import { splitAction } from '../match.ts';
import { actionsTakenIn } from '../queries/actions.ts';
import { meaningsIn, mended } from '../queries/meanings.ts';
import { policyRule } from './policy-rule.ts';

/** An action that changes something and takes an ARN, allowed on `*`, unless a Deny with `NotResource` fences it in. */
export const everyResource = policyRule({
  code: 'iam/every-resource',
  severity: 'warning',
  types: ['identity'],
  source: iamGuide('best-practices'),
  *find(document) {
    const { statements } = document;
    if (statements.some(({ effect, resource }) => effect === 'Deny' && resource?.negated)) return;
    const meanings = meaningsIn(document);
    for (const statement of statements) {
      const { effect, action, resource } = statement;
      const star = resource?.negated ? undefined : resource?.entries.find(({ value }) => value === '*');
      if (effect !== 'Allow' || action === null || star === undefined) continue;
      const entry = action.entries.find(({ node, value }) => {
        const meant = mended(value, meanings);
        const [prefix, name] = splitAction(meant);
        const taken = actionsTakenIn({ statement, node, value: meant, prefix, name }) ?? [];
        return value === '*' || taken.some((each) => each.resourceTypes.length > 0 && !isReadOnly(each));
      });
      if (entry === undefined || action.negated) continue;
      yield {
        at: star.node,
        message: message('iam/every-resource', { action: mended(entry.value, meanings) }),
        related: [entry.node],
      };
    }
  },
});
