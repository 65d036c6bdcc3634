import { message } from '../../../messages/index.ts';
import { memberOf } from '../document.ts';
import { replaceString } from '../edit-policy.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { firstVariable } from '../variables.ts';
import { policyRule } from './policy-rule.ts';

/** A policy variable where `Version` does not know any: it is plain text. */
export const variableInOldVersion = policyRule({
  code: 'iam/variable-in-old-version',
  severity: 'error',
  source: accessAnalyzer('error-variable-unsupported-in-version'),
  *find({ root, statements, version }) {
    if (version === '2012-10-17') return;
    const written = memberOf(root, 'Version')?.value;
    const edits = written?.kind === 'string' ? [replaceString(written, '2012-10-17')] : [];
    for (const { resource, conditions } of statements) {
      const values = conditions.flatMap((line) => line.values).map(({ node, text }) => ({ node, value: text }));
      for (const { node, value } of [...(resource?.entries ?? []), ...values]) {
        const variable = firstVariable(value);
        if (variable !== null) yield { at: node, message: message('iam/variable-in-old-version', { variable }), edits };
      }
    }
  },
});
