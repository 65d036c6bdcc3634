import { sources } from '../facts/sources.ts';
import { printedCommands } from '../queries/printed-commands.ts';
import { workflowRule } from './workflow-rule.ts';

/** A command that a file has replaced. */
export const deprecatedCommand = workflowRule({
  code: 'workflow/deprecated-command',
  severity: 'warning',
  source: sources.setOutput,
  *find(document) {
    for (const { name, range } of printedCommands(document, /::(set-output|save-state)\s+name=/g))
      yield { range, params: { command: name } };
  },
});
