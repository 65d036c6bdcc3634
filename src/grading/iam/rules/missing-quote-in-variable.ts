import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { partsOfVariable, variablesIn } from '../queries/variable-places.ts';
import { policyRule } from './policy-rule.ts';

/** A variable's default that does not stand between single quotes. */
export const missingQuoteInVariable = policyRule({
  code: 'iam/missing-quote-in-variable',
  severity: 'error',
  source: accessAnalyzer('error-missing-quote-in-variable'),
  *find(document) {
    for (const { inside, at, insideAt } of variablesIn(document)) {
      const { name, fallback } = partsOfVariable(inside ?? '');
      if (fallback === null || isQuoted(fallback.trim())) continue;
      const bare = fallback.trim().replace(/^'|'$/g, '');
      const isCertain = insideAt !== null && !/['"\\]/.test(bare);
      const edits = isCertain ? [{ ...insideAt, text: `${name}, '${bare}'` }] : [];
      yield { at, message: message('iam/missing-quote-in-variable', { fallback: fallback.trim() }), edits };
    }
  },
});

function isQuoted(text: string): boolean {
  return text.length > 1 && text.startsWith("'") && text.endsWith("'");
}
