import { suggest } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import { usedActions } from '../queries/used-actions.ts';
import { workflowRule } from './workflow-rule.ts';

const variable = /\$(?:\{([A-Z][A-Z0-9_]*)\}|([A-Z][A-Z0-9_]*))/g;

/** A shell variable in an input, which no shell ever reads. */
export const shellVariableInInput = workflowRule({
  code: 'workflow/shell-variable-in-input',
  severity: 'warning',
  source: sources.contexts,
  *find(document) {
    for (const { step, facts } of usedActions(document)) {
      if (facts === undefined) continue;
      for (const { value } of step.inputs) {
        for (const match of document.text.slice(value.range.start, value.range.end).matchAll(variable)) {
          const start = value.range.start + match.index;
          const range = { ...value.range, start, end: start + match[0].length };
          yield { range, params: { text: match[0] }, fixes: suggest(meant(match[1] ?? match[2] ?? ''), range) };
        }
      }
    }
  },
});

function meant(name: string): string {
  return name.startsWith('GITHUB_') ? `\${{ github.${name.slice(7).toLowerCase()} }}` : `\${{ env.${name} }}`;
}
