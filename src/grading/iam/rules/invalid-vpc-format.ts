import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { oddIdsIn } from '../queries/network-ids.ts';
import { policyRule } from './policy-rule.ts';

/** A value of `aws:SourceVpc` that is no id of a VPC. */
export const invalidVpcFormat = policyRule({
  code: 'iam/invalid-vpc-format',
  severity: 'error',
  source: accessAnalyzer('error-invalid-vpc-format'),
  *find(document) {
    for (const { node, text } of oddIdsIn(document, 'aws:sourcevpc', 'vpc-')) {
      yield { at: node, message: message('iam/invalid-vpc-format', { value: text }) };
    }
  },
});
