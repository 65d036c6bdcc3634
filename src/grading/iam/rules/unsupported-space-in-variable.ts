import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { partsOfVariable, variablesIn } from '../queries/variable-places.ts';
import { policyRule } from './policy-rule.ts';

/** A blank in a variable's name. A tag's own name, after the slash, may have some inside. */
export const unsupportedSpaceInVariable = policyRule({
  code: 'iam/unsupported-space-in-variable',
  severity: 'error',
  source: accessAnalyzer('error-unsupported-space-in-variable'),
  *find(document) {
    for (const { inside, at, insideAt } of variablesIn(document)) {
      const { name, fallback } = partsOfVariable(inside ?? '');
      const key = name.split('/', 1)[0] ?? '';
      if (name.trim() === '' || (name === name.trim() && !/\s/.test(key))) continue;
      const bare = key.replace(/\s+/g, '') + name.slice(key.length).trimEnd();
      const text = fallback === null ? bare : `${bare},${fallback}`;
      const edits = insideAt === null || /["\\]/.test(text) ? [] : [{ ...insideAt, text }];
      yield { at, message: message('iam/unsupported-space-in-variable', { name: name.trim() }), edits };
    }
  },
});
