import { nothingDone, type StepContext, type StepResult } from '../run/state.ts';
import { isUnknown, readable } from '../unknown.ts';
import { booleanOf, fail, rangesOf, textOf } from './inputs.ts';
import { readReference } from './metadata.ts';
import { unknownOutputs } from './unknown-outputs.ts';

/**
 * Artifacts carry files from job to job; of what they hold only the digests are followed. A run has each name once.
 *
 * @source https://github.com/actions/upload-artifact#not-uploading-to-the-same-artifact (read 2026-11-24)
 */
export function uploadArtifact(context: StepContext): StepResult {
  const name = textOf(context, 'name', 'artifact');
  const { uploads } = context.machine;
  const machine = { hasUploads: true, uploads: [...uploads, name] };
  const overwrites = booleanOf(context, 'overwrite', false).is;
  const major = readReference(context.step.uses?.text ?? '').major ?? Number.POSITIVE_INFINITY;
  const isTaken = [...uploads, ...context.taken].includes(name) && !isUnknown(name) && !overwrites && major >= 4;
  if (!isTaken) return { ...nothingDone, outputs: unknownOutputs('upload-artifact'), machine };
  const failure = fail('workflow/artifact-name-taken', { name: readable(name) }, rangesOf(context, 'name'));
  return {
    ...nothingDone,
    outcome: 'failure',
    failures: [failure],
    outputs: unknownOutputs('upload-artifact'),
    machine,
  };
}

/** Brings the files of artifacts to the machine. */
export function downloadArtifact(): StepResult {
  return { ...nothingDone, outputs: unknownOutputs('download-artifact'), machine: { hasDownloads: true } };
}
