import { suggest } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import { usedActions } from '../queries/used-actions.ts';
import { workflowRule } from './workflow-rule.ts';

/** A version that was made for a Node.js that the runner no longer has. */
export const outdatedAction = workflowRule({
  code: 'workflow/outdated-action',
  severity: 'warning',
  source: sources.node20,
  *find(document) {
    for (const { uses, reference, facts, version } of usedActions(document)) {
      const { name, ref, major } = reference;
      if (facts === undefined || version !== 'outdated' || major === null) continue;
      const newest = Math.max(...facts.current);
      const start = uses.range.start + uses.text.lastIndexOf('@') + 1;
      const fixes = uses.style === 'plain' ? suggest(`v${newest}`, { ...uses.range, start }) : [];
      const params = { action: name, version: ref, node: facts.node[major] ?? '', newest };
      yield { range: uses.range, params, fixes };
    }
  },
});
