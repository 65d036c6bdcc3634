import type { Check, Example } from '../../core/rule.ts';
import { json } from '../facts/sources.ts';
import { maxDepth } from './reader.ts';

const plain = `{
  "Version": "2012-10-17",
  "Statement": { "Effect": "Allow", "Action": "ecr:PutImage", "Resource": "*" }
}`;

function check(code: Check['code'], fails: string, passes = plain): Check {
  const example: Example = { fails, passes };
  return { code, severity: 'error', source: json, example };
}

function changed(from: string, to: string): string {
  return plain.replace(from, to);
}

/** What the reader says of a text that is no JSON. */
export const jsonChecks: readonly Check[] = [
  check(
    'iam/json-bad-escape',
    changed('ecr:PutImage', 'ecr:\\PutImage'),
    changed('ecr:PutImage', 'ecr:\\u0050utImage'),
  ),
  check('iam/json-bad-number', changed('"*"', '.5')),
  check('iam/json-byte-order-mark', `\ufeff${plain}`),
  check('iam/json-comment', changed('"Effect"', '/* who */ "Effect"'), changed('"Effect"', '"Sid": "who", "Effect"')),
  check('iam/json-control-character', changed('ecr:PutImage', 'ecr:PutImage\t')),
  check('iam/json-curly-quotes', changed('"Allow"', '\u201cAllow\u201d')),
  check('iam/json-full-width', changed('"Effect":', '"Effect"\uff1a')),
  check('iam/json-mismatched-bracket', changed('"*" }', '"*" ] }')),
  check('iam/json-missing-colon', changed('"Effect":', '"Effect"')),
  check('iam/json-missing-comma', changed('"Allow",', '"Allow"')),
  check('iam/json-missing-value', changed('"Allow"', '')),
  check('iam/json-odd-space', changed('"Effect"', '\u00a0"Effect"'), changed('"Effect"', ' "Effect"')),
  check('iam/json-single-quotes', changed('"Allow"', "'Allow'")),
  check('iam/json-text-after', `${plain}\n}`, `${plain}\n`),
  check(
    'iam/json-too-deep',
    '['.repeat(maxDepth + 1) + ']'.repeat(maxDepth + 1),
    '['.repeat(maxDepth) + ']'.repeat(maxDepth),
  ),
  check('iam/json-trailing-comma', changed('"*" }', '"*", }')),
  check('iam/json-unclosed-bracket', plain.slice(0, -1)),
  check('iam/json-unclosed-string', changed('"Allow",', '"Allow,\n')),
  check('iam/json-unexpected', changed('"Allow"', '"Allow" ;')),
  check('iam/json-unknown-word', changed('"Allow"', 'Allow')),
  check('iam/json-unquoted-key', changed('"Effect"', 'Effect')),
];
