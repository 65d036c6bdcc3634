import { sources } from '../facts/sources.ts';
import { printedCommands } from '../queries/printed-commands.ts';
import { workflowRule } from './workflow-rule.ts';

/** A command that the runner no longer obeys, unless a variable brings it back. */
export const refusedCommand = workflowRule({
  code: 'workflow/refused-command',
  severity: 'error',
  source: sources.unsecureCommands,
  *find(document) {
    if (document.text.includes('ACTIONS_ALLOW_UNSECURE_COMMANDS')) return;
    for (const { name, range } of printedCommands(document, /::(set-env(?=\s+name=)|add-path(?=::))(?:\s+name=|::)/g))
      yield { range, params: { command: name } };
  },
});
