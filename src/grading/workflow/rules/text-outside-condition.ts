import { conditionIn } from '../expression-pieces.ts';
import { sources } from '../facts/sources.ts';
import { workflowRule } from './workflow-rule.ts';

/** A condition that is a text, and a text is always true. */
export const textOutsideCondition = workflowRule({
  code: 'workflow/text-outside-condition',
  severity: 'warning',
  source: sources.expressions,
  *find({ jobs }) {
    for (const condition of jobs.flatMap((job) => [job.if, ...job.steps.map((step) => step.if)])) {
      if (condition !== undefined && conditionIn(condition) === null) yield { range: condition.range };
    }
  },
});
