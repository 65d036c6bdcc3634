import { sources } from '../facts/sources.ts';
import { usedActions } from '../queries/used-actions.ts';
import { workflowRule } from './workflow-rule.ts';

/** A branch as a version. */
export const branchAsVersion = workflowRule({
  code: 'workflow/branch-as-version',
  severity: 'warning',
  source: sources.secureUse,
  *find(document) {
    for (const { uses, reference, version } of usedActions(document)) {
      const { name, ref } = reference;
      const isBranch = version === 'branch' || (version === null && /^(main|master|develop|trunk)$/.test(ref));
      if (isBranch) yield { range: uses.range, params: { ref, action: name } };
    }
  },
});
