import { sources } from '../facts/sources.ts';
import { workflowRule } from './workflow-rule.ts';

/** A job that may hang for six hours. */
export const noTimeout = workflowRule({
  code: 'workflow/no-timeout',
  severity: 'info',
  source: sources.syntax,
  *find({ jobs }) {
    for (const { timeout, uses, steps, idRange } of jobs)
      if (timeout === undefined && uses === undefined && steps.length > 0) yield { range: idRange };
  },
});
