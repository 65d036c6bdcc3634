import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { coveringEntries } from '../queries/redundant.ts';
import { policyRule } from './policy-rule.ts';

/** An action that another entry of the same list takes in. */
export const redundantAction = policyRule({
  code: 'iam/redundant-action',
  severity: 'info',
  source: accessAnalyzer('suggestion-redundant-action'),
  *find({ statements }) {
    for (const { action } of statements) {
      for (const { covering, covered } of coveringEntries(action?.entries ?? [], ({ value }) => value.toLowerCase())) {
        const params = {
          covering: covering.value,
          covered: covered
            .slice(0, 5)
            .map(({ value }) => value)
            .join(', '),
        };
        const related = covered.slice(0, 20).map(({ node }) => node);
        yield { at: covering.node, message: message('iam/redundant-action', params), related };
      }
    }
  },
});
