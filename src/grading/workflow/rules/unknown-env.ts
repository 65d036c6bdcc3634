import { factsOf } from '../actions/metadata.ts';
import type { Job, Step } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { misspelt, readingsOf } from '../queries/readings.ts';
import { actionOf } from '../queries/used-actions.ts';
import { workflowRule } from './workflow-rule.ts';

/** What actions on record export to later steps. */
const exportedBy: Readonly<Record<string, RegExp>> = {
  'aws-actions/configure-aws-credentials': /^AWS_/,
  'docker/metadata-action': /^DOCKER_METADATA_OUTPUT_/,
};

/** A variable that nothing in the file can have set by then. */
export const unknownEnv = workflowRule({
  code: 'workflow/unknown-env',
  severity: 'warning',
  source: sources.contexts,
  *find(document) {
    for (const reading of readingsOf(document, 'env')) {
      const { job, step, path } = reading;
      const [, name = ''] = path;
      const declared = [...document.env, ...(job?.env ?? []), ...(step?.env ?? [])].map(({ key }) => key.text);
      if (declared.includes(name) || (job !== null && mayBeSet(name, job, step))) continue;
      yield { ...misspelt(name, reading, document, declared), params: { name } };
    }
  },
});

function mayBeSet(name: string, { steps }: Job, reader: Step | null): boolean {
  return steps.some((step) => {
    if (reader !== null && step.index >= reader.index) return false;
    if (step.run !== undefined) return mayWrite(name, step.run.text);
    const action = actionOf(step);
    return factsOf(action) === undefined || exportedBy[action]?.test(name) === true;
  });
}

/** A script that writes the runner's file sets the name that it holds, or any name where it holds none. */
function mayWrite(name: string, script: string): boolean {
  if (!/GITHUB_ENV|set-env/.test(script)) return false;
  return script.includes(name) || !script.includes('GITHUB_ENV') || !/[A-Za-z_]\w*(=|<<)/.test(script);
}
