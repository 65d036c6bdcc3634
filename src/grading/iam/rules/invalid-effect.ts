import { message } from '../../../messages/index.ts';
import { replaceString } from '../edit-policy.ts';
import { statementElement } from '../elements.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

const effects: ReadonlyMap<string, string> = new Map([
  ['allow', 'Allow'],
  ['deny', 'Deny'],
]);

/** An `Effect` that is neither `Allow` nor `Deny`, letter for letter. */
export const invalidEffect = policyRule({
  code: 'iam/invalid-effect',
  severity: 'error',
  refuses: true,
  source: accessAnalyzer('error-invalid-effect'),
  *find({ statements }) {
    for (const { node } of statements) {
      const value = statementElement(node, 'Effect');
      if (value?.kind !== 'string' || value.value === 'Allow' || value.value === 'Deny') continue;
      const meant = effects.get(value.value.trim().toLowerCase());
      const edits = meant === undefined ? [] : [replaceString(value, meant)];
      const said = meant === undefined ? 'Syntax errors in policy.' : 'The policy failed legacy parsing.';
      yield { at: value, message: message('iam/invalid-effect', { effect: value.value, said }), edits };
    }
  },
});
