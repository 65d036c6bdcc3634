import { message } from '../../../messages/index.ts';
import { openingBraceOf } from '../document.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/**
 * A statement that does not say what it is about. A resource's own policy may leave the element out (a repository policy of ECR is about
 * its repository), but not its entries.
 */
export const missingResource = policyRule({
  code: 'iam/missing-resource',
  severity: 'error',
  refuses: true,
  types: ['identity', 'resource'],
  source: accessAnalyzer('error-missing-resource'),
  *find({ statements, type }) {
    for (const { node, resource } of statements) {
      if (resource === null) {
        if (type === 'identity') yield { at: openingBraceOf(node), message: message('iam/missing-resource') };
      } else if (resource.value.kind === 'list' && resource.value.items.length === 0) {
        yield { at: resource.value, message: message('iam/missing-resource') };
      }
    }
  },
});
