import { nearest } from '../core/nearest.ts';
import type { PolicyType } from './document.ts';
import type { JsonMember, JsonNode, JsonObject } from './json/nodes.ts';

/** What a policy may hold at its top. @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html (read 2026-11-24) */
export const policyElements = ['Version', 'Id', 'Statement'] as const;

/** What a statement may hold, whatever the policy's kind. */
export const statementElements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const;

/** The kinds of principal. @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html (read 2026-11-24) */
export const principalKinds = ['AWS', 'CanonicalUser', 'Federated', 'Service'] as const;

/** The elements that a statement of this kind of policy may not have, though others may. */
export function prohibitedIn(type: PolicyType): readonly string[] {
  if (type === 'identity') return ['Principal', 'NotPrincipal'];
  return type === 'trust' ? ['Resource', 'NotResource', 'NotPrincipal'] : [];
}

/** Unknown keys of one object for which the element meant is sought. */
const maxSought = 20;

/**
 * The members of an object by the element that they are or, where their key is misspelt, most likely should be. A misspelt key stands for
 * an element only where the object does not have that one already; of equal keys the last counts, as for every JSON parser.
 */
export function membersByElement(node: JsonObject, known: readonly string[]): ReadonlyMap<string, JsonMember> {
  const found = new Map<string, JsonMember>();
  for (const member of node.members) if (known.includes(member.key.value)) found.set(member.key.value, member);
  const unknown = node.members.filter(({ key }) => !known.includes(key.value));
  for (const member of unknown.slice(0, maxSought)) {
    const meant = nearest(member.key.value, known);
    if (meant !== null && !found.has(meant)) found.set(meant, member);
  }
  return found;
}

/** The value of an element at a policy's top, be its name misspelt; undefined where there is none. */
export function policyElement(root: JsonNode, element: (typeof policyElements)[number]): JsonNode | undefined {
  return root.kind === 'object' ? membersByElement(root, policyElements).get(element)?.value : undefined;
}

/** The value of an element of a statement, whatever the policy's kind and be its name misspelt; undefined where there is none. */
export function statementElement(
  statement: JsonObject,
  element: (typeof statementElements)[number],
): JsonNode | undefined {
  return membersByElement(statement, statementElements).get(element)?.value;
}

/** The elements that a statement of a kind of policy may have. */
export function elementsOf(type: PolicyType): readonly string[] {
  return statementElements.filter((element) => !prohibitedIn(type).includes(element));
}
