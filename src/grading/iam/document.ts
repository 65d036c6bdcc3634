import type { JsonNode, JsonObject, JsonString, Span } from './json/nodes.ts';

/** Where a policy is attached: to an identity, to a role as its trust policy, or to a resource. */
export type PolicyType = 'identity' | 'trust' | 'resource';

/** One entry of a list of actions, resources or principals. */
export interface Entry {
  readonly node: JsonString;
  readonly value: string;
}

/** `Action` or `NotAction`, `Resource` or `NotResource`: one or many entries, and whether all but these are meant. */
export interface EntryList {
  readonly key: JsonString;
  readonly value: JsonNode;
  readonly negated: boolean;
  /** The strings among what is listed, in order. */
  readonly entries: readonly Entry[];
}

/** `Principal` or `NotPrincipal`: entries by kind (`AWS`, `Federated`, `Service`, `CanonicalUser`), or `*` alone under the kind `*`. */
export interface PrincipalElement {
  readonly key: JsonString;
  readonly value: JsonNode;
  readonly negated: boolean;
  readonly entries: readonly (Entry & { readonly kind: string })[];
}

/** One key under one operator. */
export interface ConditionLine {
  readonly operator: JsonString;
  readonly key: JsonString;
  readonly value: JsonNode;
  /** What the key is compared with: strings, numbers and booleans as text, each with its node. */
  readonly values: readonly { readonly node: JsonNode; readonly text: string }[];
}

/** One statement as it was written; `index` counts from 0. */
export interface Statement {
  readonly index: number;
  readonly node: JsonObject;
  readonly sid: JsonString | null;
  /** Null when the statement has no `Effect`, or none that can be meant. */
  readonly effect: 'Allow' | 'Deny' | null;
  readonly action: EntryList | null;
  readonly resource: EntryList | null;
  readonly principal: PrincipalElement | null;
  readonly conditions: readonly ConditionLine[];
}

/** The two versions of the policy language. @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html (read 2026-11-24) */
export type PolicyVersion = '2012-10-17' | '2008-10-17';

/** One policy as it was written, faults and all. What is missing is null or empty, never filled in; what is misspelt is read as it is meant. */
export interface PolicyDocument {
  readonly file: string;
  readonly text: string;
  readonly type: PolicyType;
  readonly root: JsonNode;
  /** The version IAM evaluates by: the older one unless the newer is written. */
  readonly version: PolicyVersion;
  readonly statements: readonly Statement[];
}

/** The policies of one submission, in the order of their files' names. */
export interface PolicyDocuments {
  readonly documents: readonly PolicyDocument[];
}

/** The place where something is missing from an object: its opening brace. */
export function openingBraceOf(node: Span): Span {
  return { start: node.start, end: Math.min(node.end, node.start + 1) };
}

/** The value of a key in an object; the last one of equal keys, as every JSON parser takes it. */
export function memberOf(node: JsonNode, key: string): JsonObject['members'][number] | null {
  return node.kind === 'object' ? (node.members.findLast((member) => member.key.value === key) ?? null) : null;
}

/** What stands in a list, or the one value that stands without brackets. */
export function itemsOf(node: JsonNode): readonly JsonNode[] {
  return node.kind === 'list' ? node.items : [node];
}
