import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { privateSourcesIn } from '../queries/private-addresses.ts';
import { policyRule } from './policy-rule.ts';

/** Private addresses among those ruled out for `aws:SourceIp`: they change nothing. */
export const privateNotIpAddressSubset = policyRule({
  code: 'iam/private-not-ip-address-subset',
  severity: 'info',
  source: accessAnalyzer('suggestion-private-not-ip-address-subset'),
  *find(document) {
    for (const { values, privates } of privateSourcesIn(document, true)) {
      if (privates.length === values.length) continue;
      for (const { node, text } of privates) {
        yield { at: node, message: message('iam/private-not-ip-address-subset', { value: text }) };
      }
    }
  },
});
