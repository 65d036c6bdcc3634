import { leafOf } from '../../core/yaml/tree.ts';
import { inputOf } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { stepsUsing } from '../queries/used-actions.ts';
import { workflowRule } from './workflow-rule.ts';

const ofHead = /pull_request\.head|head_ref|refs\/pull\/|workflow_run\.head/;

/** Code of a pull request checked out with the rights of the base repository. */
export const foreignCode = workflowRule({
  code: 'workflow/foreign-code',
  severity: 'error',
  source: sources.secureUse,
  *find(document) {
    const events = document.triggers.map(({ event }) => event.text);
    const event = events.find((name) => name === 'pull_request_target' || name === 'workflow_run');
    if (event === undefined) return;
    for (const step of stepsUsing(document, 'actions/checkout')) {
      for (const entry of [inputOf(step, 'ref'), inputOf(step, 'repository')])
        if (entry !== undefined && ofHead.test(leafOf(entry.value)?.text ?? ''))
          yield { range: entry.range, params: { event } };
    }
  },
});
