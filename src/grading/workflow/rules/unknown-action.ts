import { isMisspelt } from '../actions/misspelt.ts';
import { sources } from '../facts/sources.ts';
import { usedActions } from '../queries/used-actions.ts';
import { workflowRule } from './workflow-rule.ts';

/** An action that is not on record. */
export const unknownAction = workflowRule({
  code: 'workflow/unknown-action',
  severity: 'info',
  source: sources.syntax,
  *find(document) {
    for (const { uses, reference, facts } of usedActions(document)) {
      if (facts === undefined && !isMisspelt(reference.name))
        yield { range: uses.range, params: { action: reference.name } };
    }
  },
});
