import { leafOf, valueAt } from '../../core/yaml/tree.ts';
import { inputOf } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { workflowRule } from './workflow-rule.ts';

/** An environment changes what the token says of the run. */
export const environmentChangesSubject = workflowRule({
  code: 'workflow/environment-changes-subject',
  severity: 'warning',
  source: sources.subject,
  *find({ jobs }) {
    for (const { environment, steps } of jobs) {
      if (environment === undefined || !steps.some((step) => inputOf(step, 'role-to-assume') !== undefined)) continue;
      const name = leafOf(environment.value) ?? leafOf(valueAt(environment.value, 'name'));
      yield { range: environment.range, params: { environment: name?.text ?? '' } };
    }
  },
});
