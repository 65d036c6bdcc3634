import { message } from '../../../messages/index.ts';
import { groupBy } from '../../core/group-by.ts';
import { iamGuide } from '../facts/sources.ts';
import type { Finding } from '../finding.ts';
import type { JsonMember, JsonNode } from '../json/nodes.ts';
import { policyRule } from './policy-rule.ts';

/** A key twice in one object: a JSON parser would drop the first without a word. Shown at both places. */
export const duplicateKey = policyRule({
  code: 'iam/duplicate-key',
  severity: 'error',
  refuses: true,
  source: iamGuide('reference_policies_grammar'),
  *find({ root }) {
    yield* findIn(root);
  },
});

function* findIn(node: JsonNode): Generator<Finding> {
  if (node.kind === 'list') for (const item of node.items) yield* findIn(item);
  if (node.kind !== 'object') return;
  const byKey = groupBy(node.members, ({ key }) => key.value);
  for (const [key, members] of byKey) if (members.length > 1) yield* findingsOf(key, members);
  for (const { value } of node.members) yield* findIn(value);
}

function* findingsOf(key: string, members: readonly JsonMember[]): Generator<Finding> {
  for (const [index, member] of members.entries()) {
    const others = index === 0 ? members.slice(1) : members.slice(0, 1);
    yield { at: member.key, message: message('iam/duplicate-key', { key }), related: others.map((other) => other.key) };
  }
}
