import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { privateSourcesIn } from '../queries/private-addresses.ts';
import { policyRule } from './policy-rule.ts';

/** Private addresses among the public ones for `aws:SourceIp`: they never fit. */
export const privateIpAddressSubset = policyRule({
  code: 'iam/private-ip-address-subset',
  severity: 'info',
  source: accessAnalyzer('suggestion-private-ip-address-subset'),
  *find(document) {
    for (const { values, privates } of privateSourcesIn(document, false)) {
      if (privates.length === values.length) continue;
      for (const { node, text } of privates) {
        yield { at: node, message: message('iam/private-ip-address-subset', { value: text }) };
      }
    }
  },
});
