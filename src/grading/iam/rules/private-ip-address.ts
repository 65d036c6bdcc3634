import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { privateSourcesIn } from '../queries/private-addresses.ts';
import { policyRule } from './policy-rule.ts';

/** Only private addresses for `aws:SourceIp`: the condition never holds. */
export const privateIpAddress = policyRule({
  code: 'iam/private-ip-address',
  severity: 'error',
  source: accessAnalyzer('error-private-ip-address'),
  *find(document) {
    for (const { value, values, privates } of privateSourcesIn(document, false)) {
      if (privates.length === values.length) yield { at: value, message: message('iam/private-ip-address') };
    }
  },
});
