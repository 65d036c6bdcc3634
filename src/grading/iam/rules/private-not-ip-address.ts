import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { privateSourcesIn } from '../queries/private-addresses.ts';
import { policyRule } from './policy-rule.ts';

/** Only private addresses ruled out for `aws:SourceIp`: the condition always holds. */
export const privateNotIpAddress = policyRule({
  code: 'iam/private-not-ip-address',
  severity: 'error',
  source: accessAnalyzer('error-private-not-ip-address'),
  *find(document) {
    for (const { value, values, privates } of privateSourcesIn(document, true)) {
      if (privates.length === values.length) yield { at: value, message: message('iam/private-not-ip-address') };
    }
  },
});
