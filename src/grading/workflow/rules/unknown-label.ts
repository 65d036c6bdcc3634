import { nearest } from '../../core/nearest.ts';
import type { Rule } from '../../core/rule.ts';
import { found, suggest } from '../diagnostic.ts';
import type { WorkflowDocument } from '../document.ts';
import { changed } from '../example.ts';
import { sources } from '../facts/sources.ts';
import { hostedLabels, runnerFor } from '../run/runner.ts';
import { childOf, scalarsOf, walkScalars } from '../yaml/tree.ts';

/** A label that none of GitHub's own runners has, or has any more. */
export const unknownLabel: Rule<WorkflowDocument> = {
  code: 'workflow/unknown-label',
  severity: 'warning',
  source: sources.runners,
  example: changed('ubuntu-24.04', 'ubuntu-lastest'),
  check: (document) =>
    document.jobs.flatMap(({ runsOn, matrix }) => {
      if (runsOn?.kind === 'map') return [];
      const direct = scalarsOf(runsOn).filter(({ text }) => !text.includes('${{'));
      const key = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(scalarsOf(runsOn)[0]?.text ?? '')?.[1];
      const fromMatrix =
        key === undefined
          ? []
          : Array.from(walkScalars(childOf(matrix, key)), ([scalar]) => scalar).filter(
              ({ text }) => !text.includes('${{'),
            );
      const isOwn = direct.some(({ text }) => text.toLowerCase() === 'self-hosted');
      const labels = isOwn ? [] : direct.length > 1 ? [] : [...direct, ...fromMatrix];
      return labels
        .filter(({ text }) => ['unknown-label', 'retired'].includes(runnerFor([text]).kind))
        .map(({ text, range }) =>
          found('warning', 'workflow/unknown-label', { label: text }, range, sources.runners, {
            fixes: suggest(nearest(text, hostedLabels), range),
          }),
        );
    }),
};
