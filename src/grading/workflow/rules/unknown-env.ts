import { nearest } from '../../core/nearest.ts';
import type { Rule } from '../../core/rule.ts';
import { factsOf, readReference } from '../actions/metadata.ts';
import { found, suggest } from '../diagnostic.ts';
import type { Job, Step, WorkflowDocument } from '../document.ts';
import { changed } from '../example.ts';
import { placeOfName, readingsIn } from '../expressions-in.ts';
import { sources } from '../facts/sources.ts';

/** What actions on record export to later steps. */
const exportedBy: Readonly<Record<string, RegExp>> = {
  'aws-actions/configure-aws-credentials': /^AWS_/,
  'docker/metadata-action': /^DOCKER_METADATA_OUTPUT_/,
};

/** A variable that nothing in the file can have set by then. */
export const unknownEnv: Rule<WorkflowDocument> = {
  code: 'workflow/unknown-env',
  severity: 'warning',
  source: sources.contexts,
  example: changed('workshop-app:', '${{ env.REPOSITORY }}:'),
  check: (document) =>
    readingsIn(document).flatMap(({ path, range, job, step }) => {
      const [context = '', name = ''] = path;
      if (context.toLowerCase() !== 'env' || path.length < 2 || name === '*') return [];
      const declared = [...document.env, ...(job?.env ?? []), ...(step?.env ?? [])].map(({ key }) => key.text);
      if (declared.includes(name) || (job !== null && mayBeSet(name, job, step))) return [];
      const place = placeOfName(name, range, document);
      const fixes = place === null ? [] : suggest(nearest(name, declared), place);
      return [found('warning', 'workflow/unknown-env', { name }, place ?? range, sources.contexts, { fixes })];
    }),
};

function mayBeSet(name: string, { steps }: Job, step: Step | null): boolean {
  return steps.some(({ index, uses, run }) => {
    if (step !== null && index >= step.index) return false;
    if (run !== undefined)
      return (
        /GITHUB_ENV|set-env/.test(run.text) &&
        (run.text.includes(name) || !/GITHUB_ENV/.test(run.text) || !/[A-Za-z_]\w*(=|<<)/.test(run.text))
      );
    const action = readReference(uses?.text ?? '').name;
    return factsOf(action) === undefined || exportedBy[action]?.test(name) === true;
  });
}
