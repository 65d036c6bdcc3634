import { nearest } from '../../core/nearest.ts';
import type { Rule } from '../../core/rule.ts';
import { found, suggest } from '../diagnostic.ts';
import type { WorkflowDocument } from '../document.ts';
import { placeOfName, readingsIn } from '../expressions-in.ts';
import { sources } from '../facts/sources.ts';

const twoJobs = (output: string): string => `on: push
jobs:
  tag:
    runs-on: ubuntu-24.04
    outputs:
      value: \${{ steps.make.outputs.value }}
    steps:
      - id: make
        run: echo "value=1" >> "$GITHUB_OUTPUT"
  use:
    needs: tag
    runs-on: ubuntu-24.04
    steps:
      - run: echo "$VALUE"
        env:
          VALUE: \${{ needs.tag.outputs.${output} }}
`;

/** An output that the needed job does not declare. */
export const unknownJobOutput: Rule<WorkflowDocument> = {
  code: 'workflow/unknown-job-output',
  severity: 'warning',
  source: sources.contexts,
  example: { fails: twoJobs('valeu'), passes: twoJobs('value') },
  check: (document) =>
    readingsIn(document).flatMap(({ path, range }) => {
      const [context = '', id = '', property = '', output = ''] = path;
      if (context.toLowerCase() !== 'needs' || property.toLowerCase() !== 'outputs' || output === '' || output === '*')
        return [];
      const job = document.jobs.find((each) => each.id.toLowerCase() === id.toLowerCase());
      if (job === undefined || job.uses !== undefined) return [];
      const names = job.outputs.map(({ key }) => key.text);
      if (names.some((name) => name.toLowerCase() === output.toLowerCase())) return [];
      const place = placeOfName(output, range, document);
      const fixes = place === null ? [] : suggest(nearest(output, names), place);
      return [
        found('warning', 'workflow/unknown-job-output', { id, output }, place ?? range, sources.contexts, { fixes }),
      ];
    }),
};
