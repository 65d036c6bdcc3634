import { message } from '../../../messages/index.ts';
import { openingBraceOf } from '../document.ts';
import { statementElement } from '../elements.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** A statement without an `Effect`; there is no default. */
export const missingEffect = policyRule({
  code: 'iam/missing-effect',
  severity: 'error',
  refuses: true,
  source: accessAnalyzer('error-missing-effect'),
  *find({ statements }) {
    for (const { node } of statements) {
      if (statementElement(node, 'Effect') === undefined)
        yield { at: openingBraceOf(node), message: message('iam/missing-effect') };
    }
  },
});
