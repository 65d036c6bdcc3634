import { sources } from '../facts/sources.ts';
import { usedActions } from '../queries/used-actions.ts';
import { workflowRule } from './workflow-rule.ts';

/** A version that can be moved; said once a file. */
export const pinToSha = workflowRule({
  code: 'workflow/pin-to-sha',
  severity: 'info',
  source: sources.secureUse,
  *find(document) {
    const movable = usedActions(document).find(({ reference }) => !/^[0-9a-f]{40}$/i.test(reference.ref));
    if (movable !== undefined) yield { range: movable.uses.range, params: { action: movable.reference.name } };
  },
});
