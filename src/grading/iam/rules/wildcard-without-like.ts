import { message } from '../../../messages/index.ts';
import { typeOfKey } from '../condition-keys.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import type { Edit } from '../finding.ts';
import { compileGlob, coversGlob, hasWildcard } from '../glob.ts';
import { linesIn, type ReadLine, replaceOperator } from '../queries/lines.ts';
import { isComparable } from '../queries/redundant.ts';
import { withoutVariables } from '../variables.ts';
import { policyRule } from './policy-rule.ts';

/** `*` or `?` under an operator that takes them for what they are. */
export const wildcardWithoutLike = policyRule({
  code: 'iam/wildcard-without-like',
  severity: 'warning',
  source: accessAnalyzer('general-warning-wildcard-without-like-operator'),
  *find(document) {
    for (const line of linesIn(document)) {
      const { operator, read, values } = line;
      if (read.fact.family !== 'String' || read.fact.comparison !== 'equals') continue;
      const odd = values.filter(({ text }) => hasWildcard(withoutVariables(text)));
      const edits = odd.length === 0 ? [] : editsFor(line);
      for (const { node, text } of odd) {
        const params = { value: text, operator: operator.value };
        yield { at: node, message: message('iam/wildcard-without-like', params), edits };
      }
    }
  },
});

/** The operator gives way to its `Like`, for an ARN to that of ARNs; not where the pattern is too wide or one value takes in another. */
function editsFor(line: ReadLine): readonly Edit[] {
  const { key, read, values } = line;
  const texts = values.map(({ text }) => text);
  if (texts.includes('*') || key.value.toLowerCase().endsWith(':sub') || !isComparable(texts, 20)) return [];
  const patterns = texts.map(compileGlob);
  const isCovered = patterns.some((one) => patterns.some((other) => one !== other && coversGlob(one, other)));
  if (isCovered) return [];
  const isArn = typeOfKey(key.value)?.endsWith('ARN') === true;
  if (isArn && !texts.every((text) => /^arn:([^:]*:){4}/.test(text))) return [];
  return replaceOperator(line, read.base.replace('String', isArn ? 'Arn' : 'String').replace('Equals', 'Like'));
}
