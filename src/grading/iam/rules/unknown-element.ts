import { message } from '../../../messages/index.ts';
import { replaceString } from '../edit-policy.ts';
import { elementsOf, membersByElement, policyElements, statementElements } from '../elements.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import type { Finding } from '../finding.ts';
import type { JsonObject } from '../json/nodes.ts';
import { policyRule } from './policy-rule.ts';

/** An element that IAM's grammar does not have; element names keep their case. */
export const unknownElement = policyRule({
  code: 'iam/unknown-element',
  severity: 'error',
  refuses: true,
  source: accessAnalyzer('error-invalid-policy-element'),
  *find({ root, statements, type }) {
    if (root.kind === 'object') yield* unknownIn(root, policyElements, policyElements);
    for (const { node } of statements) yield* unknownIn(node, statementElements, elementsOf(type));
  },
});

function* unknownIn(node: JsonObject, known: readonly string[], allowed: readonly string[]): Generator<Finding> {
  if (node.members.every(({ key }) => known.includes(key.value))) return;
  const elements = new Map([...membersByElement(node, allowed)].map(([element, member]) => [member, element]));
  for (const member of node.members) {
    const { key } = member;
    if (known.includes(key.value)) continue;
    const meant = elements.get(member);
    const edits = meant === undefined ? [] : [replaceString(key, meant)];
    const params = { element: key.value, known: allowed.join('`, `') };
    yield { at: key, message: message('iam/unknown-element', params), edits };
  }
}
