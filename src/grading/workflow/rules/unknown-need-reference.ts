import { sources } from '../facts/sources.ts';
import { includesName, misspelt, readingsOf } from '../queries/readings.ts';
import { workflowRule } from './workflow-rule.ts';

/** A job that is read, but not waited for. */
export const unknownNeedReference = workflowRule({
  code: 'workflow/unknown-need-reference',
  severity: 'warning',
  source: sources.contexts,
  *find(document) {
    for (const reading of readingsOf(document, 'needs')) {
      const [, id = ''] = reading.path;
      const needed = reading.job?.needs.map(({ text }) => text);
      if (needed === undefined || includesName(needed, id)) continue;
      yield { ...misspelt(id, reading, document, needed), params: { id, path: reading.path.join('.') } };
    }
  },
});
