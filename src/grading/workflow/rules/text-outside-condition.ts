import type { Rule } from '../../core/rule.ts';
import { found } from '../diagnostic.ts';
import type { WorkflowDocument } from '../document.ts';
import { withStep } from '../example.ts';
import { conditionIn } from '../expression.ts';
import { sources } from '../facts/sources.ts';

/** A condition that is a text, and a text is always true. */
export const textOutsideCondition: Rule<WorkflowDocument> = {
  code: 'workflow/text-outside-condition',
  severity: 'warning',
  source: sources.expressions,
  example: withStep(
    "- run: echo main\n  if: ${{ github.ref_name == 'main' }} == true",
    "- run: echo main\n  if: ${{ github.ref_name == 'main' }}",
  ),
  check: (document) =>
    document.jobs
      .flatMap((job) => [job.if, ...job.steps.map((step) => step.if)])
      .filter((condition) => condition !== undefined)
      .filter((condition) => conditionIn(condition, document.text) === null)
      .map(({ range }) => found('warning', 'workflow/text-outside-condition', {}, range, sources.expressions)),
};
