import { leafOf } from '../../core/yaml/tree.ts';
import { inputOf } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { stepsUsing } from '../queries/used-actions.ts';
import { workflowRule } from './workflow-rule.ts';

/** The Dockerfile at the root, a URL, or a path that only the run shows. */
const usual = /^$|^(\.\/?)?(Dockerfile)?$|:\/\/|\$\{\{|\{\{/;

/** A file that only the learner's repository can show. */
export const unknownFile = workflowRule({
  code: 'workflow/unknown-file',
  severity: 'info',
  source: sources.buildPush,
  *find(document) {
    for (const step of stepsUsing(document, 'docker/build-push-action')) {
      for (const entry of [inputOf(step, 'file'), inputOf(step, 'context')]) {
        const path = leafOf(entry?.value)?.text ?? '';
        if (entry !== undefined && !usual.test(path)) yield { range: entry.value.range, params: { path } };
      }
    }
  },
});
