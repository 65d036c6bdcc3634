import { message } from '../../../messages/index.ts';
import { networkOf, parseBlock } from '../addresses.ts';
import { typeOfKey } from '../condition-keys.ts';
import type { OperatorFamily } from '../facts/operators.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import type { Edit } from '../finding.ts';
import { linesIn, type ReadLine, replaceOperator } from '../queries/lines.ts';
import { isPrivate } from '../queries/private-addresses.ts';
import { policyRule } from './policy-rule.ts';

/** The families that read a key of each type; `Null` reads all, and bytes are compared with no key that is listed. */
const families: Readonly<Record<string, readonly OperatorFamily[]>> = {
  String: ['String'],
  ARN: ['Arn', 'String'],
  Bool: ['Bool'],
  Numeric: ['Numeric'],
  Date: ['Date'],
  IPAddress: ['IpAddress'],
};

/** An operator of another kind than the key's values: a String operator on an address, `Bool` on a name. */
export const keyTypeMismatch = policyRule({
  code: 'iam/key-type-mismatch',
  severity: 'warning',
  source: accessAnalyzer('general-warning-type-mismatch'),
  *find(document) {
    for (const line of linesIn(document)) {
      const { family } = line.read.fact;
      if (family === 'Null' || family === 'Binary') continue;
      const type = typeOf(line.key.value);
      const fitting = type === null ? undefined : families[type];
      if (type === null || fitting === undefined || fitting.includes(family) || isAlsoRead(line, family)) continue;
      const params = { key: line.key.value, type, operator: line.operator.value };
      yield { at: line.key, message: message('iam/key-type-mismatch', params), edits: editsFor(line, type) };
    }
  },
});

function typeOf(key: string): string | null {
  return typeOfKey(key)?.replace(/^ArrayOf/, '') ?? null;
}

/** AWS's own pages compare the time in seconds as a number, and what the reference calls a string as an ARN where its name says so. */
function isAlsoRead({ key }: ReadLine, family: OperatorFamily): boolean {
  const lower = key.value.toLowerCase();
  const mayBeArn = lower.endsWith('arn') || lower.includes('/');
  return (family === 'Numeric' && lower === 'aws:epochtime') || (family === 'Arn' && mayBeArn);
}

/** Where every value is of the key's type, only the operator has to change. */
function editsFor(line: ReadLine, type: string): readonly Edit[] {
  const { fact } = line.read;
  if (fact.family !== 'String' || line.values.length === 0) return [];
  const texts = line.values.map(({ text }) => text);
  if (type === 'Bool' && !fact.negated && texts.length === 1 && /^(true|false)$/.test(texts[0] ?? '')) {
    return replaceOperator(line, 'Bool');
  }
  const areAddresses = type === 'IPAddress' && texts.every(isPublicRange);
  return areAddresses ? replaceOperator(line, fact.negated ? 'NotIpAddress' : 'IpAddress') : [];
}

/** A range that nothing else is to be said of. */
function isPublicRange(text: string): boolean {
  const block = parseBlock(text);
  return block !== null && networkOf(block) === null && !isPrivate(text);
}
