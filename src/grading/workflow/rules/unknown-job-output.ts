import { sources } from '../facts/sources.ts';
import { includesName, misspelt, readingsOf } from '../queries/readings.ts';
import { workflowRule } from './workflow-rule.ts';

/** An output that the needed job does not declare. */
export const unknownJobOutput = workflowRule({
  code: 'workflow/unknown-job-output',
  severity: 'warning',
  source: sources.contexts,
  *find(document) {
    for (const reading of readingsOf(document, 'needs')) {
      const [, id = '', property = '', output = ''] = reading.path;
      if (property.toLowerCase() !== 'outputs' || output === '' || output === '*') continue;
      const job = document.jobs.find((each) => each.id.toLowerCase() === id.toLowerCase());
      if (job === undefined || job.uses !== undefined) continue;
      const names = job.outputs.map(({ key }) => key.text);
      if (includesName(names, output)) continue;
      yield { ...misspelt(output, reading, document, names), params: { id, output } };
    }
  },
});
