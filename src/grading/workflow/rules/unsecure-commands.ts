import { sources } from '../facts/sources.ts';
import { workflowRule } from './workflow-rule.ts';

/** The variable that brings refused commands back. */
export const unsecureCommands = workflowRule({
  code: 'workflow/unsecure-commands',
  severity: 'warning',
  source: sources.unsecureCommands,
  *find({ env, jobs }) {
    for (const { key, range } of [
      ...env,
      ...jobs.flatMap((job) => [...job.env, ...job.steps.flatMap((step) => step.env)]),
    ])
      if (key.text === 'ACTIONS_ALLOW_UNSECURE_COMMANDS') yield { range };
  },
});
