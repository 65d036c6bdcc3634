import { type Entry, entriesOf, leafOf } from '../../core/yaml/tree.ts';
import type { Job } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { mayNeed } from '../queries/scope-needs.ts';
import { workflowRule } from './workflow-rule.ts';

/** A permission to write that no step can be seen to need. */
export const unneededScope = workflowRule({
  code: 'workflow/unneeded-scope',
  severity: 'warning',
  source: sources.token,
  *find({ permissions, jobs }) {
    const sharing = jobs.filter((job) => job.permissions === undefined);
    const blocks = [...jobs.map((job) => [job.permissions, [job]] as const), [permissions, sharing] as const];
    for (const [block, readers] of blocks)
      for (const { key, range } of unneededIn(block, readers)) yield { range, params: { scope: key.text } };
  },
});

function unneededIn(block: Entry | undefined, jobs: readonly Job[]): readonly Entry[] {
  return entriesOf(block?.value).filter(
    ({ key, value }) => leafOf(value)?.text === 'write' && !jobs.some((job) => mayNeed(job, key.text)),
  );
}
