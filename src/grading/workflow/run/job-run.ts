import type { Diagnostic } from '../../core/types.ts';
import { leafOf, valueAt } from '../../core/yaml/tree.ts';
import { fail } from '../actions/inputs.ts';
import { found, messageOf } from '../diagnostic.ts';
import type { Job } from '../document.ts';
import { evaluateCondition } from '../expression.ts';
import { namesStatus } from '../expression-pieces.ts';
import { diagnosticOf } from '../facts/failures.ts';
import { sources } from '../facts/sources.ts';
import { scopeOf, type Visible } from './contexts.ts';
import { dispatchInputs } from './dispatch-inputs.ts';
import { playLeg } from './leg.ts';
import { expandMatrix, maxCombinations } from './matrix.ts';
import type { PlayedJob, RunSoFar } from './played.ts';
import type { Failure, Image, JobRecord } from './state.ts';
import { refusedStep, titleOf, traceStep } from './trace.ts';

/** Plays a job: once for each combination of its matrix. */
export function playJob(job: Job, soFar: RunSoFar): PlayedJob {
  const visible = visibleTo(job, soFar);
  const allWell = visible.status('success') === true;
  const guarded = job.if !== undefined && namesStatus(job.if.text);
  const scope = scopeOf(visible);
  const condition = !allWell && !guarded ? 'false' : evaluateCondition(job.if, scope);
  if (condition === 'false') return leaveOut(job, soFar);
  if (job.uses !== undefined) return callWorkflow(job, soFar);
  const { combinations, empty, tooMany } = expandMatrix(job.matrix, scope);
  const range = job.matrix?.range ?? job.idRange;
  if (empty !== null) return refuseJob(job, soFar, fail('workflow/matrix-empty', { name: empty }, [range]));
  if (tooMany) return refuseJob(job, soFar, fail('workflow/matrix-too-large', { limit: maxCombinations }, [range]));
  const legs: PlayedJob[] = [];
  let { registry, commandsLeft } = soFar;
  for (const matrix of combinations) {
    const leg = playLeg(job, { ...soFar, registry, commandsLeft }, { ...visible, matrix }, condition === 'unknown');
    registry = leg.registry;
    commandsLeft -= leg.commands;
    legs.push(leg);
  }
  return joinLegs(legs, registry);
}

function visibleTo(job: Job, { document, scenario, jobs }: RunSoFar): Visible {
  const needs = new Map(job.needs.map(({ text }) => [text, jobs.get(text) ?? skippedRecord] as const));
  const allWell = [...needs.values()].every(({ result }) => result === 'success');
  return {
    event: scenario.event,
    workflowName: leafOf(valueAt(document.root ?? undefined, 'name'))?.text ?? `.github/workflows/${document.file}`,
    jobId: job.id,
    ...(scenario.event.name === 'workflow_dispatch' ? { inputs: dispatchInputs(document) } : {}),
    needs,
    status: (name) => name === 'always' || (name === 'success' && allWell),
  };
}

const skippedRecord: JobRecord = { outputs: {}, result: 'skipped', hasUploads: false, digests: [] };
const nothingPlayed = { trace: [], diagnostics: [], uses: [], assumptions: [], leftOut: [], commands: 0 };

function leaveOut(job: Job, { registry }: RunSoFar): PlayedJob {
  const range = job.if?.range ?? job.needs[0]?.range ?? job.idRange;
  const step = traceStep({
    operation: 'job',
    group: titleOf(job),
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

function callWorkflow(job: Job, { registry }: RunSoFar): PlayedJob {
  const range = job.uses?.range ?? job.idRange;
  const uses = job.uses?.text ?? '';
  const step = traceStep({
    operation: 'job',
    group: titleOf(job),
    call: `uses: ${uses}`,
    outcome: 'unknown',
    message: messageOf('workflow/called-workflow-unknown', { uses }),
    source: sources.reusable,
    decidedBy: [range],
  });
  const diagnostic = found('info', 'workflow/called-workflow-unknown', { uses }, range, sources.reusable);
  const record = { ...skippedRecord, result: 'success' as const };
  return { ...nothingPlayed, record, registry, trace: [step], diagnostics: [diagnostic] };
}

function refuseJob(job: Job, { registry }: RunSoFar, failure: Failure): PlayedJob {
  const step = refusedStep(failure, { operation: 'job', group: titleOf(job), call: `job ${job.id}` });
  const record = { ...skippedRecord, result: 'failure' as const };
  const diagnostics = [diagnosticOf(failure, job.idRange)];
  return { ...nothingPlayed, record, registry, trace: [step], diagnostics };
}

/** What a matrix hands on as one job: of an output that several combinations set, the last that is not empty. */
function joinLegs(legs: readonly PlayedJob[], registry: ReadonlyMap<string, Image>): PlayedJob {
  const outputs: Record<string, string> = {};
  for (const { record } of legs)
    for (const [name, value] of Object.entries(record.outputs)) outputs[name] = value || (outputs[name] ?? '');
  return {
    record: {
      outputs,
      result: legs.some(({ record }) => record.result === 'failure') ? 'failure' : 'success',
      hasUploads: legs.some(({ record }) => record.hasUploads),
      digests: legs.flatMap(({ record }) => record.digests),
    },
    registry,
    trace: legs.flatMap(({ trace }) => trace),
    diagnostics: withoutRepeats(legs.flatMap(({ diagnostics }) => diagnostics)),
    uses: legs.flatMap(({ uses }) => uses),
    assumptions: legs.flatMap(({ assumptions }) => assumptions),
    leftOut: legs.flatMap(({ leftOut }) => leftOut),
    commands: legs.reduce((sum, { commands }) => sum + commands, 0),
  };
}

/** The same fault in several combinations of a matrix is said once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ message, range }) => {
    const key = `${message.code}@${range.start}-${range.end}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
