import { message } from '../../../messages/index.ts';
import { groupBy } from '../../core/group-by.ts';
import { typeOfKey } from '../condition-keys.ts';
import { iamGuide } from '../facts/sources.ts';
import { compileGlob, matchesGlob } from '../glob.ts';
import { linesOf, type ReadLine } from '../queries/lines.ts';
import { policyRule } from './policy-rule.ts';

/** Two conditions on one key that no request fulfils together: the statement never applies. */
export const impossibleCondition = policyRule({
  code: 'iam/impossible-condition',
  severity: 'warning',
  source: iamGuide('reference_policies_condition-logic-multiple-context-keys-or-values'),
  *find({ statements }) {
    for (const statement of statements) {
      if (statement.conditions.length < 2) continue;
      const lines = linesOf(statement, statement.conditions.slice(0, maxLines));
      for (const [, same] of groupBy(lines, ({ key }) => key.value.toLowerCase())) {
        const pair = same.length < 2 ? null : contradictionIn(same);
        if (pair === null) continue;
        const [one, other] = pair;
        const params = { key: other.key.value, one: one.operator.value, other: other.operator.value };
        yield { at: other.key, message: message('iam/impossible-condition', params), related: [one.key] };
      }
    }
  },
});

/** Lines of one statement that are compared. */
const maxLines = 100;

function contradictionIn(lines: readonly ReadLine[]): readonly [ReadLine, ReadLine] | null {
  for (const [index, other] of lines.entries()) {
    const one = lines.slice(0, index).find((each) => contradict(each, other) || contradict(other, each));
    if (one !== undefined) return [one, other];
  }
  return null;
}

/** `Null` wants the key to be absent and the other line wants a value of it; or the one names all values that the other may have. */
function contradict(one: ReadLine, other: ReadLine): boolean {
  if (one.read.fact.family === 'Null') return isAbsent(one) && wantsValue(other);
  if (
    !namesValues(one) ||
    other.values.length > maxLines ||
    other.read.fact.family !== 'String' ||
    other.read.set !== null
  )
    return false;
  if (other.read.ifExists && other.read.fact.negated) return false;
  return one.values.every(({ text }) => !mayHold(other, text));
}

function isAbsent({ values, read }: ReadLine): boolean {
  return read.set === null && values.length > 0 && values.every(({ text }) => text.toLowerCase() === 'true');
}

function wantsValue({ read }: ReadLine): boolean {
  return read.fact.family !== 'Null' && !read.fact.negated && !read.ifExists && read.set !== 'ForAllValues';
}

/** A plain list of whole values of a key that holds one value. */
function namesValues({ key, values, read }: ReadLine): boolean {
  if (read.base !== 'StringEquals' || read.set !== null || read.ifExists || values.length === 0) return false;
  if (typeOfKey(key.value)?.startsWith('ArrayOf')) return false;
  return values.length <= maxLines && !values.some(({ text }) => text.includes('${'));
}

function mayHold({ read, values }: ReadLine, given: string): boolean {
  const { comparison, negated } = read.fact;
  const holds = values.some(({ text }) => {
    if (text.includes('${')) return !negated;
    if (comparison === 'like') return matchesGlob(compileGlob(text), given);
    return comparison === 'equals' ? text === given : text.toLowerCase() === given.toLowerCase();
  });
  return holds !== negated;
}
