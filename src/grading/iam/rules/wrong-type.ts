import { message } from '../../../messages/index.ts';
import { itemsOf } from '../document.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import type { Finding } from '../finding.ts';
import type { JsonMember, JsonNode, JsonObject } from '../json/nodes.ts';
import { policyRule } from './policy-rule.ts';

/** A value of a kind that its element does not take: a list for `Effect`, a number among the actions, an object for a condition's value. */
export const wrongType = policyRule({
  code: 'iam/wrong-type',
  severity: 'error',
  refuses: true,
  source: accessAnalyzer('error-data-type-mismatch'),
  *find({ root, statements }) {
    if (root.kind === 'object') yield* wrongIn(root, { Version: isText, Id: isText });
    for (const { node } of statements) yield* wrongInStatement(node);
  },
});

type Fits = (value: JsonNode) => boolean;

const isText: Fits = ({ kind }) => kind === 'string';
const isScalar: Fits = ({ kind }) => kind === 'string' || kind === 'number' || kind === 'boolean';

const takes: Readonly<Record<string, string>> = {
  Version: 'a string',
  Id: 'a string',
  Sid: 'a string',
  Effect: 'the string "Allow" or "Deny"',
  Condition: 'an object of operators',
  Principal: '"*" or an object such as { "Federated": "…" }',
  NotPrincipal: '"*" or an object such as { "AWS": "…" }',
};

function* wrongIn(node: JsonObject, checks: Readonly<Record<string, Fits>>): Generator<Finding> {
  for (const { key, value } of node.members) {
    const fits = Object.hasOwn(checks, key.value) ? checks[key.value] : undefined;
    if (fits !== undefined && isRead(value) && !fits(value)) yield wrong(value, key.value);
  }
}

function isRead(value: JsonNode): boolean {
  return value.kind !== 'null' || value.readable;
}

function wrong(at: JsonNode, element: string, wanted = takes[element] ?? 'a string or a list of strings'): Finding {
  return { at, message: message('iam/wrong-type', { element, wanted }) };
}

function* wrongInStatement(node: JsonObject): Generator<Finding> {
  const isPrincipal: Fits = ({ kind }) => kind === 'string' || kind === 'object';
  yield* wrongIn(node, {
    Sid: isText,
    Effect: isText,
    Condition: ({ kind }) => kind === 'object',
    Principal: isPrincipal,
    NotPrincipal: isPrincipal,
  });
  for (const member of node.members) {
    const element = member.key.value;
    if (/^(Not)?(Action|Resource)$/.test(element)) yield* wrongEntries(member, element.endsWith('Resource'));
    if (/^(Not)?Principal$/.test(element) && member.value.kind === 'object') {
      for (const kind of member.value.members) yield* wrongEntries(kind, false);
    }
    if (element === 'Condition' && member.value.kind === 'object') yield* wrongConditions(member.value);
  }
}

/** IAM saves a `null` in a list of resources, and nowhere else. */
function* wrongEntries({ key, value }: JsonMember, nullIsSaved: boolean): Generator<Finding> {
  for (const item of itemsOf(value)) {
    const isSaved = isText(item) || !isRead(item) || (nullIsSaved && item.kind === 'null' && value.kind === 'list');
    if (!isSaved) yield wrong(item, key.value);
  }
}

function* wrongConditions(condition: JsonObject): Generator<Finding> {
  for (const { key, value } of condition.members) {
    if (value.kind !== 'object') {
      if (isRead(value)) yield wrong(value, key.value, 'an object of condition keys');
      continue;
    }
    for (const line of value.members) {
      for (const item of itemsOf(line.value)) {
        if (isRead(item) && !isScalar(item))
          yield wrong(item, line.key.value, 'a string, a number, a boolean or a list of these');
      }
    }
  }
}
