import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { linesIn } from '../queries/lines.ts';
import { policyRule } from './policy-rule.ts';

/** Seconds since 1970 for a date. `aws:EpochTime` is given in them, so there they are what one writes. */
export const invalidDateValue = policyRule({
  code: 'iam/invalid-date-value',
  severity: 'warning',
  source: accessAnalyzer('general-warning-invalid-date-value'),
  *find(document) {
    for (const { key, read, values } of linesIn(document)) {
      if (read.fact.family !== 'Date' || key.value.toLowerCase() === 'aws:epochtime') continue;
      for (const { node, text } of values) {
        if (/^-?\d{5,19}$/.test(text)) yield { at: node, message: message('iam/invalid-date-value', { value: text }) };
      }
    }
  },
});
