import {
  type ConditionLine,
  type Entry,
  type EntryList,
  itemsOf,
  type PolicyDocument,
  type PolicyType,
  type PrincipalElement,
  type Statement,
} from './document.ts';
import { elementsOf, membersByElement, policyElements } from './elements.ts';
import type { JsonMember, JsonNode, JsonObject } from './json/nodes.ts';

/** Takes from the tree whatever fits IAM's grammar, and leaves out the rest; rules say what was left out. */
export function readDocument(root: JsonNode, text: string, file: string, type: PolicyType): PolicyDocument {
  const elements = root.kind === 'object' ? membersByElement(root, policyElements) : null;
  const version = elements?.get('Version')?.value;
  const listed = elements?.get('Statement')?.value;
  const nodes = listed === undefined ? [] : itemsOf(listed).filter((node) => node.kind === 'object');
  return {
    file,
    text,
    type,
    root,
    version: version?.kind === 'string' && version.value === '2012-10-17' ? '2012-10-17' : '2008-10-17',
    statements: nodes.map((node, index) => readStatement(node, index, type)),
  };
}

/** A misspelt element is read as the one that it most likely should be, so that what is in it is looked at too; IAM saves none of these. */
function readStatement(node: JsonObject, index: number, type: PolicyType): Statement {
  const exact = new Map(node.members.map((member) => [member.key.value, member]));
  const meant = membersByElement(node, elementsOf(type));
  const find = (element: string) => exact.get(element) ?? meant.get(element) ?? null;
  const sid = find('Sid')?.value;
  const effect = find('Effect')?.value;
  return {
    index,
    node,
    sid: sid?.kind === 'string' ? sid : null,
    effect: effect?.kind === 'string' ? effectMeant(effect.value) : null,
    action: readEntries(find('Action'), false) ?? readEntries(find('NotAction'), true),
    resource: readEntries(find('Resource'), false) ?? readEntries(find('NotResource'), true),
    principal: readPrincipal(find('Principal'), false) ?? readPrincipal(find('NotPrincipal'), true),
    conditions: readConditions(find('Condition')?.value),
  };
}

/** The effect that a word stands for, capitals and blanks aside; IAM itself saves no other writing than its own. */
function effectMeant(word: string): Statement['effect'] {
  const lower = word.trim().toLowerCase();
  if (lower === 'allow') return 'Allow';
  return lower === 'deny' ? 'Deny' : null;
}

function readEntries(member: JsonMember | null, negated: boolean): EntryList | null {
  return member === null ? null : { ...member, negated, entries: entriesOf(member.value) };
}

function entriesOf(value: JsonNode): readonly Entry[] {
  return itemsOf(value)
    .filter((item) => item.kind === 'string')
    .map((item) => ({ node: item, value: item.value }));
}

function readPrincipal(member: JsonMember | null, negated: boolean): PrincipalElement | null {
  if (member === null) return null;
  const entries =
    member.value.kind === 'object'
      ? member.value.members.flatMap(({ key, value }) =>
          entriesOf(value).map((entry) => ({ ...entry, kind: key.value })),
        )
      : entriesOf(member.value).map((entry) => ({ ...entry, kind: entry.value }));
  return { ...member, negated, entries };
}

function readConditions(node: JsonNode | undefined): readonly ConditionLine[] {
  if (node?.kind !== 'object') return [];
  return node.members.flatMap(({ key: operator, value: keys }) =>
    keys.kind !== 'object'
      ? []
      : keys.members.map(({ key, value }) => ({ operator, key, value, values: valuesOf(value) })),
  );
}

function valuesOf(value: JsonNode): ConditionLine['values'] {
  return itemsOf(value).flatMap((node): ConditionLine['values'] => {
    if (node.kind === 'string') return [{ node, text: node.value }];
    if (node.kind === 'number') return [{ node, text: node.text }];
    return node.kind === 'boolean' ? [{ node, text: String(node.value) }] : [];
  });
}
