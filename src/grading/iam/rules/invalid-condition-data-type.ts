import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** Values of one key that are of several JSON types. */
export const invalidConditionDataType = policyRule({
  code: 'iam/invalid-condition-data-type',
  severity: 'error',
  source: accessAnalyzer('error-invalid-condition-data-type'),
  *find({ statements }) {
    for (const { conditions } of statements) {
      for (const { key, values } of conditions) {
        const [first] = values;
        const odd = values.find(({ node }) => node.kind !== first?.node.kind);
        if (first === undefined || odd === undefined) continue;
        const params = { key: key.value, first: first.node.kind, other: odd.node.kind };
        yield { at: odd.node, message: message('iam/invalid-condition-data-type', params), related: [first.node] };
      }
    }
  },
});
