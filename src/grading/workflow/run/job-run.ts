import type { Diagnostic } from '../../core/types.ts';
import { fail } from '../actions/inputs.ts';
import { messageOf } from '../diagnostic.ts';
import type { Job } from '../document.ts';
import { evaluateCondition } from '../expression.ts';
import { namesStatus } from '../expression-pieces.ts';
import { diagnosticOf } from '../facts/failures.ts';
import { sources } from '../facts/sources.ts';
import { scopeOf, type Visible } from './contexts.ts';
import { frameFor } from './frame.ts';
import { expandMatrix, maxCombinations } from './matrix.ts';
import { joinPlayed, type PlayedJob, type RunSoFar } from './played.ts';
import type { Failure, Image, JobRecord, JobResult } from './state.ts';
import { refusedStep, titleOf, traceStep, under } from './trace.ts';

/** Plays a job in one combination of its matrix: `isDoubtful` where nobody knows whether it runs. */
export type PlayOnce = (job: Job, soFar: RunSoFar, visible: Visible, isDoubtful: boolean) => PlayedJob;

/** Plays a job behind those that it needs: once for each combination of its matrix. */
export function playJob(job: Job, soFar: RunSoFar, playOnce: PlayOnce): PlayedJob {
  const needs = new Map(job.needs.map(({ text }) => [text, soFar.jobs.get(text) ?? skippedRecord] as const));
  const lineage = lineageOf(needs);
  const played = playCombinations(job, soFar, visibleTo(job, soFar, needs, lineage), playOnce);
  const { record } = played;
  return { ...played, record: { ...record, lineage: worse(lineage, record.result) } };
}

function playCombinations(job: Job, soFar: RunSoFar, visible: Visible, playOnce: PlayOnce): PlayedJob {
  const allWell = visible.status('success') === true;
  const guarded = job.if !== undefined && namesStatus(job.if.text);
  const scope = scopeOf(visible);
  const condition = !allWell && !guarded ? 'false' : evaluateCondition(job.if, scope);
  if (condition === 'false') return leaveOut(job, soFar);
  const { combinations, empty, tooMany } = expandMatrix(job.matrix, scope);
  const range = job.matrix?.range ?? job.idRange;
  if (empty !== null) return refuseJob(job, soFar, fail('workflow/matrix-empty', { name: empty }, [range]));
  if (tooMany) return refuseJob(job, soFar, fail('workflow/matrix-too-large', { limit: maxCombinations }, [range]));
  const isDoubtful = soFar.frame.isDoubtful || condition === 'unknown';
  const legs: PlayedJob[] = [];
  let { registry, commandsLeft, taken } = soFar;
  for (const [index, matrix] of combinations.entries()) {
    if (commandsLeft <= 0) break;
    const leg = playOnce(
      job,
      { ...soFar, registry, commandsLeft, taken },
      { ...visible, matrix, leg: { index, total: combinations.length } },
      isDoubtful,
    );
    registry = leg.registry;
    commandsLeft -= leg.commands;
    taken = [...taken, ...leg.record.uploads];
    legs.push(leg);
  }
  return joinLegs(legs, registry);
}

/**
 * `success()` and `failure()` of a job ask for everything in the chain above it, not for the jobs that it names alone.
 *
 * @source https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idneeds (read 2026-11-24)
 * @source https://github.com/actions/runner/issues/491 (read 2026-11-24)
 */
function visibleTo(job: Job, { frame, scenario }: RunSoFar, needs: Needs, lineage: JobResult): Visible {
  return {
    event: scenario.event,
    frame: frameFor(job, frame),
    jobId: job.id,
    needs,
    status: (name) => name === 'always' || name === lineage,
  };
}

type Needs = ReadonlyMap<string, JobRecord>;

function lineageOf(needs: Needs): JobResult {
  return Array.from(needs.values(), ({ lineage }) => lineage).reduce(worse, 'success');
}

function worse(one: JobResult, other: JobResult): JobResult {
  if (one === 'failure' || other === 'failure') return 'failure';
  return one === 'skipped' ? one : other;
}

export const skippedRecord: JobRecord = {
  outputs: {},
  result: 'skipped',
  lineage: 'skipped',
  hasUploads: false,
  uploads: [],
  digests: [],
};
export const nothingPlayed = { trace: [], diagnostics: [], uses: [], assumptions: [], leftOut: [], commands: 0 };

function leaveOut(job: Job, { frame, registry }: RunSoFar): PlayedJob {
  const range = job.if?.range ?? job.needs[0]?.range ?? job.idRange;
  const step = traceStep({
    operation: 'job',
    group: under(frame.title, titleOf(job)),
    call: `job ${job.id}`,
    outcome: 'skipped',
    message: messageOf('workflow/job-skipped', { job: job.id }),
    said: 'This job was skipped',
    source: sources.syntax,
    decidedBy: [range],
  });
  const text = job.steps.map(({ uses, run }) => `${uses?.text ?? ''} ${run?.text ?? ''}`).join('\n');
  return { ...nothingPlayed, record: skippedRecord, registry, trace: [step], leftOut: [{ text, range }] };
}

/** A job that never begins. */
export function refuseJob(job: Job, { frame, registry }: RunSoFar, failure: Failure): PlayedJob {
  const step = refusedStep(failure, {
    operation: 'job',
    group: under(frame.title, titleOf(job)),
    call: `job ${job.id}`,
  });
  const record = { ...skippedRecord, result: 'failure' as const };
  const diagnostics = [diagnosticOf(failure, job.idRange)];
  return { ...nothingPlayed, record, registry, trace: [step], diagnostics };
}

/** What a matrix hands on as one job: of an output that several combinations set, the last that is not empty. */
function joinLegs(legs: readonly PlayedJob[], registry: ReadonlyMap<string, Image>): PlayedJob {
  const outputs: Record<string, string> = {};
  for (const { record } of legs)
    for (const [name, value] of Object.entries(record.outputs)) outputs[name] = value || (outputs[name] ?? '');
  const joined = joinPlayed(legs, outputs, registry);
  return { ...joined, diagnostics: withoutRepeats(joined.diagnostics) };
}

/** The same fault in several combinations of a matrix is said once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ message, range }) => {
    const key = `${message.code}@${range.file}:${range.start}-${range.end}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
