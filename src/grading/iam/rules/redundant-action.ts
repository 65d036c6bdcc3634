import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { coveringEntries, placeRedundancy } from '../queries/redundant.ts';
import { policyRule } from './policy-rule.ts';

/** An action that another entry of the same list takes in. */
export const redundantAction = policyRule({
  code: 'iam/redundant-action',
  severity: 'info',
  source: accessAnalyzer('suggestion-redundant-action'),
  *find({ statements }) {
    for (const { action } of statements) {
      for (const found of coveringEntries(action?.entries ?? [], ({ value }) => value.toLowerCase())) {
        const { params, ...places } = placeRedundancy(found, 5);
        yield { ...places, message: message('iam/redundant-action', params) };
      }
    }
  },
});
