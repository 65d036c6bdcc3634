import { leafOf } from '../../core/yaml/tree.ts';
import { sources } from '../facts/sources.ts';
import { workflowRule } from './workflow-rule.ts';

/** Every permission at once. */
export const writeAll = workflowRule({
  code: 'workflow/write-all',
  severity: 'warning',
  source: sources.token,
  *find({ permissions, jobs }) {
    for (const block of [permissions, ...jobs.map((job) => job.permissions)]) {
      if (leafOf(block?.value)?.text === 'write-all' && block !== undefined) yield { range: block.value.range };
    }
  },
});
