import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { linesIn } from '../queries/lines.ts';
import { policyRule } from './policy-rule.ts';

/** `ForAnyValue` on the audience of a token: a token with further audiences would do as well. */
export const foranyvalueWithAudienceClaimType = policyRule({
  code: 'iam/foranyvalue-with-audience-claim-type',
  severity: 'warning',
  types: ['trust'],
  source: accessAnalyzer(),
  *find(document) {
    for (const { statement, operator, key, read } of linesIn(document)) {
      if (statement.effect !== 'Allow' || read.set !== 'ForAnyValue') continue;
      if (!key.value.toLowerCase().endsWith(':aud')) continue;
      const params = { key: key.value, operator: operator.value };
      yield { at: operator, message: message('iam/foranyvalue-with-audience-claim-type', params), related: [key] };
    }
  },
});
