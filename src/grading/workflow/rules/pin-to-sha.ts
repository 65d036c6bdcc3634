import { sources } from '../facts/sources.ts';
import { usedActions } from '../queries/used-actions.ts';
import { workflowRule } from './workflow-rule.ts';

/** Versions that can be moved; said once a file, of all actions together. */
export const pinToSha = workflowRule({
  code: 'workflow/pin-to-sha',
  severity: 'info',
  source: sources.secureUse,
  *find(document) {
    const movable = usedActions(document).filter(({ reference }) => !/^[0-9a-f]{40}$/i.test(reference.ref));
    const [first, ...others] = movable.map(({ uses }) => uses.range);
    if (first === undefined) return;
    const names = [...new Set(movable.map(({ reference }) => reference.name))].slice(0, 12);
    yield { range: first, related: others.slice(0, 19), params: { action: names.join('`, `') } };
  },
});
