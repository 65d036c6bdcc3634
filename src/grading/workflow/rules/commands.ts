import type { Rule } from '../../core/rule.ts';
import type { Diagnostic, SourceRange } from '../../core/types.ts';
import { found } from '../diagnostic.ts';
import type { WorkflowDocument } from '../document.ts';
import { changed, withStep } from '../example.ts';
import { sources } from '../facts/sources.ts';

/** Commands that a script gives the runner by printing them, with their places. */
function commandsIn(
  { jobs, text }: WorkflowDocument,
  pattern: RegExp,
): readonly { readonly name: string; readonly range: SourceRange }[] {
  return jobs
    .flatMap(({ steps }) => steps)
    .flatMap(({ run }) => (run === undefined ? [] : [run.range]))
    .flatMap((range) =>
      Array.from(text.slice(range.start, range.end).matchAll(pattern), (match) => {
        const start = range.start + match.index;
        return { name: match[1] ?? '', range: { ...range, start, end: start + match[0].length } };
      }),
    );
}

/** Commands that files have replaced. */
export const deprecatedCommand: Rule<WorkflowDocument> = {
  code: 'workflow/deprecated-command',
  severity: 'warning',
  source: sources.setOutput,
  example: withStep('- run: echo "::set-output name=a::b"', '- run: echo "a=b" >> "$GITHUB_OUTPUT"'),
  check: (document) =>
    commandsIn(document, /::(set-output|save-state)\s+name=/g).map(({ name, range }) =>
      found('warning', 'workflow/deprecated-command', { command: name }, range, sources.setOutput),
    ),
};

/** Commands that the runner no longer obeys. */
export const refusedCommand: Rule<WorkflowDocument> = {
  code: 'workflow/refused-command',
  severity: 'error',
  source: sources.unsecureCommands,
  example: withStep('- run: echo "::set-env name=A::b"', '- run: echo "A=b" >> "$GITHUB_ENV"'),
  check: (document) =>
    document.text.includes('ACTIONS_ALLOW_UNSECURE_COMMANDS')
      ? []
      : commandsIn(document, /::(set-env\s+name=|add-path::)/g).map(({ name, range }): Diagnostic => {
          const command = name.startsWith('set-env') ? 'set-env' : 'add-path';
          return found('error', 'workflow/refused-command', { command }, range, sources.unsecureCommands);
        }),
};

/** The switch that brings them back. */
export const unsecureCommands: Rule<WorkflowDocument> = {
  code: 'workflow/unsecure-commands',
  severity: 'warning',
  source: sources.unsecureCommands,
  example: changed(
    'permissions:',
    "env:\n  ACTIONS_ALLOW_UNSECURE_COMMANDS: 'true'\npermissions:",
    "env:\n  ALLOW_COMMANDS: 'true'\npermissions:",
  ),
  check: ({ env, jobs }) =>
    [...env, ...jobs.flatMap((job) => [...job.env, ...job.steps.flatMap((step) => step.env)])]
      .filter(({ key }) => key.text === 'ACTIONS_ALLOW_UNSECURE_COMMANDS')
      .map(({ range }) => found('warning', 'workflow/unsecure-commands', {}, range, sources.unsecureCommands)),
};
