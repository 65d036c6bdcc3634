import type { PolicyDocument } from '../document.ts';
import { type KnownAction, knownActionsOf, maxCompared, withoutKey } from './carried-keys.ts';
import { holdsWithoutKey, linesIn, type ReadLine } from './lines.ts';

/** The lines of statements of one effect that want a tag of the resource to be there. */
export function* tagLinesIn(document: PolicyDocument, effect: 'Allow' | 'Deny'): Generator<ReadLine> {
  for (const line of linesIn(document)) {
    const isTag = /^aws:ResourceTag\/./i.test(line.key.value);
    if (isTag && line.statement.effect === effect && !holdsWithoutKey(line)) yield line;
  }
}

/** Those lines with the actions of their statement whose requests never carry a tag of the resource. */
export function* untaggedIn(
  document: PolicyDocument,
  effect: 'Allow' | 'Deny',
): Generator<ReadLine & { readonly actions: readonly KnownAction[] }> {
  let compared = 0;
  for (const line of tagLinesIn(document, effect)) {
    compared += 1;
    if (compared > maxCompared) return;
    const actions = withoutKey(knownActionsOf(line.statement), line.key.value);
    if (actions.length > 0) yield { ...line, actions };
  }
}
