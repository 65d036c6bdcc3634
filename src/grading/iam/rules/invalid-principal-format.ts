import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** A principal that stands without its kind. Only `*` may. */
export const invalidPrincipalFormat = policyRule({
  code: 'iam/invalid-principal-format',
  severity: 'error',
  types: ['trust', 'resource'],
  source: accessAnalyzer('error-invalid-principal-format'),
  *find({ statements }) {
    for (const { principal } of statements) {
      const value = principal?.value;
      if (value?.kind !== 'string' || value.value === '*') continue;
      yield { at: value, message: message('iam/invalid-principal-format', { principal: value.value }) };
    }
  },
});
