import type { Rule } from '../../core/rule.ts';
import { factsOf, readReference } from '../actions/metadata.ts';
import { found, messageOf } from '../diagnostic.ts';
import type { WorkflowDocument } from '../document.ts';
import { changed } from '../example.ts';
import { sources } from '../facts/sources.ts';

const variable = /\$(?:\{([A-Z][A-Z0-9_]*)\}|([A-Z][A-Z0-9_]*))/g;

/** A shell variable in an input, which no shell ever reads. */
export const shellVariableInInput: Rule<WorkflowDocument> = {
  code: 'workflow/shell-variable-in-input',
  severity: 'warning',
  source: sources.contexts,
  example: changed('${{ github.sha }}', '$GITHUB_SHA'),
  check: (document) =>
    document.jobs
      .flatMap(({ steps }) => steps)
      .filter(({ uses }) => factsOf(readReference(uses?.text ?? '').name) !== undefined)
      .flatMap(({ inputs }) => inputs)
      .flatMap(({ value }) =>
        Array.from(document.text.slice(value.range.start, value.range.end).matchAll(variable), (match) => {
          const range = {
            ...value.range,
            start: value.range.start + match.index,
            end: value.range.start + match.index + match[0].length,
          };
          const name = match[1] ?? match[2] ?? '';
          const meant = name.startsWith('GITHUB_')
            ? `\${{ github.${name.slice(7).toLowerCase()} }}`
            : `\${{ env.${name} }}`;
          const fixes = [
            { title: messageOf('workflow/fix-use-name', { name: meant }), edits: [{ range, text: meant }] },
          ];
          return found('warning', 'workflow/shell-variable-in-input', { text: match[0] }, range, sources.contexts, {
            fixes,
          });
        }),
      ),
};
