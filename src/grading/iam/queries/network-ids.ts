import type { PolicyDocument } from '../document.ts';
import type { JsonNode } from '../json/nodes.ts';
import { hasWildcardOrVariable } from '../variables.ts';
import { linesIn } from './lines.ts';

/** Values of a key that should be ids of the form `vpc-…` and are of another; patterns and variables may become anything. */
export function* oddIdsIn(
  document: PolicyDocument,
  key: string,
  prefix: string,
): Generator<{ readonly node: JsonNode; readonly text: string }> {
  for (const line of linesIn(document)) {
    if (line.key.value.toLowerCase() !== key || line.read.fact.family !== 'String') continue;
    for (const value of line.values) {
      if (!hasWildcardOrVariable(value.text) && !isId(value.text, prefix)) yield value;
    }
  }
}

/** @source https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html (read 2026-11-24) */
function isId(text: string, prefix: string): boolean {
  return text.startsWith(prefix) && /^([0-9a-z]{8}|[0-9a-z]{17})$/i.test(text.slice(prefix.length));
}
