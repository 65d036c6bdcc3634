import { nearest } from '../../core/nearest.ts';
import { suggest } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import { inputsBeyond, usedActions } from '../queries/used-actions.ts';
import { workflowRule } from './workflow-rule.ts';

/** Slips that are too far from the name to be found by distance. */
const meanings: Readonly<Record<string, string>> = {
  tag: 'tags',
  region: 'aws-region',
  role: 'role-to-assume',
  dockerfile: 'file',
  path: 'context',
  platform: 'platforms',
  image: 'images',
  user: 'username',
};

/** An input that the action does not have. */
export const unexpectedInput = workflowRule({
  code: 'workflow/unexpected-input',
  severity: 'warning',
  source: sources.syntax,
  *find(document) {
    for (const used of usedActions(document)) {
      for (const { key } of inputsBeyond(used)) {
        const fixes = suggest(meantInput(key.text.toLowerCase(), used.facts?.inputs ?? []), key.range);
        yield { range: key.range, params: { action: used.reference.name, input: key.text }, fixes };
      }
    }
  },
});

function meantInput(written: string, known: readonly string[]): string | null {
  const meant =
    (Object.hasOwn(meanings, written) ? meanings[written] : undefined) ?? nearest(written.replaceAll('_', '-'), known);
  return meant !== null && known.includes(meant) ? meant : null;
}
