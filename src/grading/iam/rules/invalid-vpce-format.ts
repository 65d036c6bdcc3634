import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { oddIdsIn } from '../queries/network-ids.ts';
import { policyRule } from './policy-rule.ts';

/** A value of `aws:SourceVpce` that is no id of a VPC endpoint. */
export const invalidVpceFormat = policyRule({
  code: 'iam/invalid-vpce-format',
  severity: 'error',
  source: accessAnalyzer('error-invalid-vpce-format'),
  *find(document) {
    for (const { node, text } of oddIdsIn(document, 'aws:sourcevpce', 'vpce-')) {
      yield { at: node, message: message('iam/invalid-vpce-format', { value: text }) };
    }
  },
});
