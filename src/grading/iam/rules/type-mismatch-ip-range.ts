import { message } from '../../../messages/index.ts';
import { parseBlock } from '../addresses.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { linesIn } from '../queries/lines.ts';
import { policyRule } from './policy-rule.ts';

/** A value under an address operator that is neither an address nor a range of them. */
export const typeMismatchIpRange = policyRule({
  code: 'iam/type-mismatch-ip-range',
  severity: 'error',
  source: accessAnalyzer('error-type-mismatch-ip-range'),
  *find(document) {
    for (const { operator, read, values } of linesIn(document)) {
      if (read.fact.family !== 'IpAddress') continue;
      for (const { node, text } of values) {
        if (parseBlock(text) !== null || text.includes('${')) continue;
        const params = { value: text, operator: operator.value };
        yield { at: node, message: message('iam/type-mismatch-ip-range', params) };
      }
    }
  },
});
