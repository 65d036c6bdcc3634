import { message } from '../../../messages/index.ts';
import { networkOf, parseBlock } from '../addresses.ts';
import { replaceString } from '../edit-policy.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { linesIn } from '../queries/lines.ts';
import { policyRule } from './policy-rule.ts';

/** A range whose address has bits after its prefix: they are not looked at. */
export const improveIpRange = policyRule({
  code: 'iam/improve-ip-range',
  severity: 'info',
  source: accessAnalyzer('suggestion-improve-ip-range'),
  *find(document) {
    for (const { read, values } of linesIn(document)) {
      if (read.fact.family !== 'IpAddress') continue;
      for (const { node, text } of values) {
        const block = parseBlock(text);
        const meant = block === null ? null : networkOf(block);
        if (meant === null) continue;
        const edits = [replaceString(node, meant)];
        yield { at: node, message: message('iam/improve-ip-range', { value: text, meant }), edits };
      }
    }
  },
});
