import { leafOf } from '../../core/yaml/tree.ts';
import { itemsOf } from '../actions/inputs.ts';
import { inputOf } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { stepsUsing } from '../queries/used-actions.ts';
import { workflowRule } from './workflow-rule.ts';

const moving = /:(latest|main|master|stable)$|github\.ref_name\s*\}\}$/;

/** An image that only has a name which moves on. */
export const movingTag = workflowRule({
  code: 'workflow/moving-tag',
  severity: 'info',
  source: sources.buildPush,
  *find(document) {
    for (const step of stepsUsing(document, 'docker/build-push-action')) {
      const tags = inputOf(step, 'tags');
      const items = itemsOf(leafOf(tags?.value)?.text ?? '', 'lines-and-commas');
      const [first] = items;
      if (tags === undefined || first === undefined || !items.every((item) => moving.test(item))) continue;
      yield { range: tags.value.range, params: { tag: first.split(':').pop() ?? '' } };
    }
  },
});
