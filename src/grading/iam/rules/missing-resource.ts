import { message } from '../../../messages/index.ts';
import { openingBraceOf } from '../document.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** A statement that does not say what it is about. A resource's own policy may leave it out: a repository policy of ECR is about its repository. */
export const missingResource = policyRule({
  code: 'iam/missing-resource',
  severity: 'error',
  refuses: true,
  types: ['identity'],
  source: accessAnalyzer('error-missing-resource'),
  *find({ statements }) {
    for (const { node, resource } of statements) {
      if (resource === null) yield { at: openingBraceOf(node), message: message('iam/missing-resource') };
      else if (resource.value.kind === 'list' && resource.value.items.length === 0) {
        yield { at: resource.value, message: message('iam/missing-resource') };
      }
    }
  },
});
