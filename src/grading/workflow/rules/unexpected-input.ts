import { nearest } from '../../core/nearest.ts';
import { suggest } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import { usedActions } from '../queries/used-actions.ts';
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
    for (const { step, reference, facts, version } of usedActions(document)) {
      if (facts === undefined || version === 'newer') continue;
      const known = version === 'current' ? facts.inputs : [...facts.inputs, ...facts.former];
      for (const { key } of step.inputs) {
        if (known.includes(key.text.toLowerCase())) continue;
        const fixes = suggest(meantInput(key.text.toLowerCase(), known), key.range);
        yield { range: key.range, params: { action: reference.name, input: key.text }, fixes };
      }
    }
  },
});

function meantInput(written: string, known: readonly string[]): string | null {
  const meant =
    (Object.hasOwn(meanings, written) ? meanings[written] : undefined) ?? nearest(written.replaceAll('_', '-'), known);
  return meant !== null && known.includes(meant) ? meant : null;
}
