import type { PolicyDocument, PolicyType, Statement } from '../document.ts';
import type { JsonNode, JsonObject, JsonString } from '../json/nodes.ts';
import { readJson } from '../json/read-json.ts';
import { readDocument } from '../read-document.ts';

/** What is being written at a place. */
export type PolicyPart =
  | 'policy-element'
  | 'statement-element'
  | 'version'
  | 'effect'
  | 'principal-kind'
  | 'principal'
  | 'action'
  | 'resource'
  | 'operator'
  | 'condition-key'
  | 'condition-value';

/** A string of a policy, what it is for, and what stands around it. `start` and `end` lie inside of the quotes. */
export interface PolicyPlace {
  readonly part: PolicyPart;
  readonly start: number;
  readonly end: number;
  readonly node: JsonString;
  readonly written: string;
  /** The keys that lead there, lists left out: `['Statement', 'Condition', 'StringEquals']`. */
  readonly path: readonly string[];
  /** The keys that stand beside it, where it is a key itself. */
  readonly siblings: readonly string[];
  readonly document: PolicyDocument;
  readonly statement: Statement | null;
}

interface FoundString {
  readonly node: JsonString;
  readonly path: readonly string[];
  readonly keyOf: JsonObject | null;
}

/** What is being written at an offset; null outside of strings, and in strings that mean nothing to IAM. */
export function findPlace(text: string, offset: number, type: PolicyType): PolicyPlace | null {
  const { root } = readJson(text);
  const found = root === null ? null : stringAt(root, offset, text);
  if (root === null || found === null) return null;
  const part = partOf(found);
  if (part === null) return null;
  const document = readDocument(root, text, '', type);
  const { node, path, keyOf } = found;
  return {
    part,
    ...insideOf(node, text),
    node,
    written: node.value,
    path,
    siblings: keyOf?.members.filter(({ key }) => key !== node).map(({ key }) => key.value) ?? [],
    document,
    statement: document.statements.find((each) => each.node.start < offset && offset <= each.node.end) ?? null,
  };
}

/** Goes down to the string at the offset. The tree is as deep as the reader lets it be, so a loop and not a recursion. */
function stringAt(root: JsonNode, offset: number, text: string): FoundString | null {
  let node: JsonNode | undefined = root;
  let path: readonly string[] = [];
  while (node !== undefined) {
    if (node.kind === 'string') return isInside(node, offset, text) ? { node, path, keyOf: null } : null;
    if (node.kind === 'list') node = node.items.find((item) => holds(item, offset));
    else if (node.kind === 'object') {
      const key = node.members.find((member) => isInside(member.key, offset, text));
      if (key !== undefined) return { node: key.key, path, keyOf: node };
      const member: JsonObject['members'][number] | undefined = node.members.find(({ value }) => holds(value, offset));
      if (member !== undefined) path = [...path, member.key.value];
      node = member?.value;
    } else return null;
  }
  return null;
}

function holds({ start, end }: JsonNode, offset: number): boolean {
  return start < offset && offset <= end;
}

function isInside(node: JsonString, offset: number, text: string): boolean {
  const { start, end } = insideOf(node, text);
  return start <= offset && offset <= end && start > node.start;
}

/** The text between the quotes; a string that is not closed reaches to the end of its line, a bare word has no inside. */
function insideOf({ start, end, value }: JsonString, text: string): { start: number; end: number } {
  if (text[start] !== '"') return { start, end };
  const isClosed = end - start >= 2 && text[end - 1] === '"' && value.length <= end - start - 2;
  return { start: start + 1, end: isClosed ? end - 1 : end };
}

const valueParts: Readonly<Record<string, PolicyPart>> = {
  Effect: 'effect',
  Action: 'action',
  NotAction: 'action',
  Resource: 'resource',
  NotResource: 'resource',
  Principal: 'principal',
  NotPrincipal: 'principal',
};

function partOf({ path, keyOf }: FoundString): PolicyPart | null {
  const [top, element = '', ...rest] = path;
  if (top === undefined) return keyOf === null ? null : 'policy-element';
  if (top === 'Version') return path.length === 1 && keyOf === null ? 'version' : null;
  if (top !== 'Statement') return null;
  if (path.length === 1) return keyOf === null ? null : 'statement-element';
  if (element === 'Condition') return partOfCondition(rest.length, keyOf !== null);
  const isPrincipal = element === 'Principal' || element === 'NotPrincipal';
  if (keyOf !== null) return isPrincipal && rest.length === 0 ? 'principal-kind' : null;
  if (rest.length > (isPrincipal ? 1 : 0)) return null;
  return Object.hasOwn(valueParts, element) ? (valueParts[element] ?? null) : null;
}

function partOfCondition(depth: number, isKey: boolean): PolicyPart | null {
  if (isKey) return depth === 0 ? 'operator' : depth === 1 ? 'condition-key' : null;
  return depth === 2 ? 'condition-value' : null;
}
