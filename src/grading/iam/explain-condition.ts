import { type Message, message } from '../../messages/index.ts';
import { distance } from '../core/nearest.ts';
import type { Condition } from './conditions.ts';
import type { PolicyVersion } from './document.ts';
import { maxCompared } from './explanation.ts';
import { hasWildcard } from './glob.ts';
import type { JsonNode, Span } from './json/nodes.ts';
import type { Context } from './variables.ts';

interface ExplainedCondition {
  readonly message: Message;
  readonly at: readonly Span[];
  /** How far the request is from making the line hold: of several statements that fail alike, the nearest is the one that is explained. */
  readonly distance: number;
}

/** Distances: letters to change, at most so many; further away than any letters are a key that is there or not, and no line to speak of. */
const maxLetters = 60;
const distances = { presence: maxLetters, noValue: 70, absentKey: 80, noLine: 90 } as const;

/** Why a line of a condition does not hold: the key is absent, or its value is another one. */
export function explainCondition(
  failing: Condition | undefined,
  statement: string,
  context: Context,
  version: PolicyVersion,
): ExplainedCondition {
  if (failing === undefined)
    return { message: message('iam/denied-condition', { statement }), at: [], distance: distances.noLine };
  const { line, key, operator } = failing;
  const given = context.get(key) ?? [];
  const base = { statement, key: line.key.value, operator: line.operator.value };
  if (operator?.fact.family === 'Null') {
    const there = given.length === 0 ? 0 : 1;
    return { message: message('iam/denied-null', { ...base, there }), at: [line.value], distance: distances.presence };
  }
  if (given.length === 0)
    return { message: message('iam/denied-key-absent', base), at: [line.key], distance: distances.absentKey };
  const value = given.join(', ');
  const nearest = line.values
    .slice(0, maxCompared)
    .map((wanted) => ({ ...wanted, distance: distance(wanted.text, value, maxLetters) }))
    .toSorted((a, b) => a.distance - b.distance)[0];
  if (nearest === undefined)
    return { message: message('iam/denied-condition', { statement }), at: [line.key], distance: distances.noValue };
  const params = { ...base, given: value, wanted: nearest.text };
  const at: readonly JsonNode[] = [nearest.node];
  return { message: messageFor(failing, params, version), at, distance: nearest.distance };
}

interface ValueParams {
  readonly statement: string;
  readonly key: string;
  readonly operator: string;
  readonly given: string;
  readonly wanted: string;
}

function messageFor({ operator }: Condition, params: ValueParams, version: PolicyVersion): Message {
  const { wanted, given } = params;
  const comparesExactly = operator?.fact.family === 'String' && operator.fact.comparison !== 'like';
  if (operator?.fact.negated) return message('iam/denied-negated-value', params);
  if (comparesExactly && hasWildcard(wanted) && !wanted.includes('${'))
    return message('iam/denied-literal-wildcard', params);
  if (wanted.includes('${')) {
    return version === '2012-10-17'
      ? message('iam/denied-unresolved', { statement: params.statement, written: wanted })
      : message('iam/denied-old-version', params);
  }
  if (wanted.toLowerCase() === given.toLowerCase()) return message('iam/denied-value-capitals', params);
  return message('iam/denied-value', params);
}
