import { sources } from '../facts/sources.ts';
import { usedActions } from '../queries/used-actions.ts';
import { workflowRule } from './workflow-rule.ts';

/** A version that came out after these facts were gathered. */
export const newerVersion = workflowRule({
  code: 'workflow/newer-version',
  severity: 'info',
  source: sources.syntax,
  *find(document) {
    for (const { uses, reference, version } of usedActions(document)) {
      if (version !== 'newer') continue;
      yield { range: uses.range, params: { action: reference.name, version: reference.ref } };
    }
  },
});
