import {
  type ConditionLine,
  type Entry,
  type EntryList,
  itemsOf,
  memberOf,
  type PolicyDocument,
  type PolicyType,
  type PrincipalElement,
  type Statement,
} from './document.ts';
import type { JsonNode, JsonObject } from './json/nodes.ts';

/** Takes from the tree whatever fits IAM's grammar, and leaves out the rest; rules say what was left out. */
export function readDocument(root: JsonNode, text: string, file: string, type: PolicyType): PolicyDocument {
  const version = memberOf(root, 'Version')?.value;
  const listed = memberOf(root, 'Statement')?.value;
  const nodes = listed === undefined ? [] : itemsOf(listed).filter((node) => node.kind === 'object');
  return {
    file,
    text,
    type,
    root,
    version: version?.kind === 'string' && version.value === '2012-10-17' ? '2012-10-17' : '2008-10-17',
    statements: nodes.map(readStatement),
  };
}

function readStatement(node: JsonObject, index: number): Statement {
  const sid = memberOf(node, 'Sid')?.value;
  const effect = memberOf(node, 'Effect')?.value;
  const word = effect?.kind === 'string' ? effect.value : '';
  return {
    index,
    node,
    sid: sid?.kind === 'string' ? sid : null,
    effect: word === 'Allow' || word === 'Deny' ? word : null,
    action: readEntries(node, 'Action') ?? readEntries(node, 'NotAction'),
    resource: readEntries(node, 'Resource') ?? readEntries(node, 'NotResource'),
    principal: readPrincipal(node, 'Principal') ?? readPrincipal(node, 'NotPrincipal'),
    conditions: readConditions(memberOf(node, 'Condition')?.value),
  };
}

function readEntries(node: JsonObject, element: string): EntryList | null {
  const member = memberOf(node, element);
  if (member === null) return null;
  return { ...member, negated: element.startsWith('Not'), entries: entriesOf(member.value) };
}

function entriesOf(value: JsonNode): readonly Entry[] {
  return itemsOf(value)
    .filter((item) => item.kind === 'string')
    .map((item) => ({ node: item, value: item.value }));
}

function readPrincipal(node: JsonObject, element: string): PrincipalElement | null {
  const member = memberOf(node, element);
  if (member === null) return null;
  const entries =
    member.value.kind === 'object'
      ? member.value.members.flatMap(({ key, value }) =>
          entriesOf(value).map((entry) => ({ ...entry, kind: key.value })),
        )
      : entriesOf(member.value).map((entry) => ({ ...entry, kind: entry.value }));
  return { ...member, negated: element.startsWith('Not'), entries };
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
