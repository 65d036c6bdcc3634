import { entriesOf, leafOf } from '../../core/yaml/tree.ts';
import { sources } from '../facts/sources.ts';
import { mayNeed } from '../queries/scope-needs.ts';
import { workflowRule } from './workflow-rule.ts';

/** A permission for one job that all of them get. */
export const scopeForAllJobs = workflowRule({
  code: 'workflow/scope-for-all-jobs',
  severity: 'info',
  source: sources.token,
  *find({ permissions, jobs }) {
    const sharing = jobs.filter((job) => job.permissions === undefined);
    if (sharing.length < 2) return;
    for (const { key, value, range } of entriesOf(permissions?.value)) {
      const inNeed = sharing.filter((job) => mayNeed(job, key.text));
      const isForSome = inNeed.length > 0 && inNeed.length < sharing.length;
      if (isForSome && leafOf(value)?.text === 'write') yield { range, params: { scope: key.text } };
    }
  },
});
