import { message } from '../../../messages/index.ts';
import { nearest } from '../../core/nearest.ts';
import { policyElements, statementElements } from '../elements.ts';
import type { Finding } from '../finding.ts';
import type { JsonObject } from '../json/nodes.ts';
import { accessAnalyzer, policyRule } from './policy-rule.ts';

/** An element that IAM's grammar does not have; element names keep their case. */
export const unknownElement = policyRule({
  code: 'iam/unknown-element',
  severity: 'error',
  refuses: true,
  source: accessAnalyzer('error-invalid-policy-element'),
  *find({ root, statements }) {
    if (root.kind === 'object') yield* unknownIn(root, policyElements);
    for (const { node } of statements) yield* unknownIn(node, statementElements);
  },
});

function* unknownIn(node: JsonObject, known: readonly string[]): Generator<Finding> {
  const used = new Set(node.members.map(({ key }) => key.value));
  for (const { key } of node.members) {
    if (known.includes(key.value)) continue;
    const suggestion = nearest(key.value, known);
    const isFree = suggestion !== null && !used.has(suggestion);
    const edits = isFree ? [{ start: key.start, end: key.end, text: JSON.stringify(suggestion) }] : [];
    const params = { element: key.value, known: known.join('`, `') };
    yield { at: key, message: message('iam/unknown-element', params), edits };
  }
}
