import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { coveringEntries, placeRedundancy } from '../queries/redundant.ts';
import { policyRule } from './policy-rule.ts';

/** A resource that another entry of the same list takes in. */
export const redundantResource = policyRule({
  code: 'iam/redundant-resource',
  severity: 'info',
  source: accessAnalyzer('suggestion-redundant-resource'),
  *find({ statements }) {
    for (const { resource } of statements) {
      for (const found of coveringEntries(resource?.entries ?? [], ({ value }) => value)) {
        const { params, ...places } = placeRedundancy(found, 3);
        yield { ...places, message: message('iam/redundant-resource', params) };
      }
    }
  },
});
