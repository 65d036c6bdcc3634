import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { coveringEntries } from '../queries/redundant.ts';
import { policyRule } from './policy-rule.ts';

/** A resource that another entry of the same list takes in. */
export const redundantResource = policyRule({
  code: 'iam/redundant-resource',
  severity: 'info',
  source: accessAnalyzer('suggestion-redundant-resource'),
  *find({ statements }) {
    for (const { resource } of statements) {
      for (const { covering, covered } of coveringEntries(resource?.entries ?? [], ({ value }) => value)) {
        const params = {
          covering: covering.value,
          covered: covered
            .slice(0, 3)
            .map(({ value }) => value)
            .join(', '),
        };
        const related = covered.slice(0, 20).map(({ node }) => node);
        yield { at: covering.node, message: message('iam/redundant-resource', params), related };
      }
    }
  },
});
