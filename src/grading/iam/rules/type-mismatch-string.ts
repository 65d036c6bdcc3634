import { message } from '../../../messages/index.ts';
import { isBase64 } from '../compare.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { linesIn } from '../queries/lines.ts';
import { policyRule } from './policy-rule.ts';

/** A value under `BinaryEquals` that is not in base64. */
export const typeMismatchString = policyRule({
  code: 'iam/type-mismatch-string',
  severity: 'warning',
  source: accessAnalyzer('general-warning-type-mismatch-string'),
  *find(document) {
    for (const { read, values } of linesIn(document)) {
      if (read.fact.family !== 'Binary') continue;
      for (const { node, text } of values) {
        if (isBase64(text) || text.includes('${')) continue;
        yield { at: node, message: message('iam/type-mismatch-string', { value: text }) };
      }
    }
  },
});
