import { isMisspelt, meantAction } from '../actions/misspelt.ts';
import { suggest } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import { usedActions } from '../queries/used-actions.ts';
import { workflowRule } from './workflow-rule.ts';

/** A name that is one slip away from an action on record. */
export const actionMeant = workflowRule({
  code: 'workflow/action-meant',
  severity: 'warning',
  source: sources.syntax,
  *find(document) {
    for (const { uses, reference } of usedActions(document)) {
      const { name, ref } = reference;
      const meant = isMisspelt(name) ? meantAction(name) : null;
      if (meant === null) continue;
      yield { range: uses.range, params: { action: name, meant }, fixes: suggest(`${meant}@${ref}`, uses.range) };
    }
  },
});
