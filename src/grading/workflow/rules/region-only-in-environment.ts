import type { Rule } from '../../core/rule.ts';
import { readReference } from '../actions/metadata.ts';
import { found } from '../diagnostic.ts';
import { inputOf, type WorkflowDocument } from '../document.ts';
import { changed } from '../example.ts';
import { sources } from '../facts/sources.ts';

/** A required input that only the environment stands in for. */
export const regionOnlyInEnvironment: Rule<WorkflowDocument> = {
  code: 'workflow/region-only-in-environment',
  severity: 'warning',
  source: sources.configureAws,
  example: changed(
    '          aws-region: ap-northeast-1\n',
    '        env:\n          AWS_REGION: ap-northeast-1\n',
    '          aws-region: ap-northeast-1\n        env:\n          AWS_REGION: ap-northeast-1\n',
  ),
  check: (document) =>
    document.jobs.flatMap((job) =>
      job.steps
        .filter((step) => readReference(step.uses?.text ?? '').name === 'aws-actions/configure-aws-credentials')
        .filter((step) => inputOf(step, 'aws-region') === undefined)
        .filter((step) => [...document.env, ...job.env, ...step.env].some(({ key }) => key.text === 'AWS_REGION'))
        .map(({ head }) => found('warning', 'workflow/region-only-in-environment', {}, head, sources.configureAws)),
    ),
};
