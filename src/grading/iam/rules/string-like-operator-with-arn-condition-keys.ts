import { message } from '../../../messages/index.ts';
import { typeOfKey } from '../condition-keys.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { linesIn, replaceOperator } from '../queries/lines.ts';
import { policyRule } from './policy-rule.ts';

/** `StringLike` on a key that is an ARN: its star runs past the colons, that of `ArnLike` stays in its part. */
export const stringLikeOperatorWithArnConditionKeys = policyRule({
  code: 'iam/string-like-operator-with-arn-condition-keys',
  severity: 'warning',
  source: accessAnalyzer('security-warning-string-like-operator-with-arn-condition-keys'),
  *find(document) {
    for (const line of linesIn(document)) {
      if (line.read.base !== 'StringLike' || !isArn(line.key.value)) continue;
      const areArns = line.values.length > 0 && line.values.every(({ text }) => /^arn:([^:]*:){4}/.test(text));
      yield {
        at: line.key,
        message: message('iam/string-like-operator-with-arn-condition-keys', { key: line.key.value }),
        related: [line.operator],
        edits: areArns ? replaceOperator(line, 'ArnLike') : [],
      };
    }
  },
});

function isArn(key: string): boolean {
  const type = typeOfKey(key);
  return type === 'ARN' || type === 'ArrayOfARN';
}
