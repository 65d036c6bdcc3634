import type { Diagnostic, SourceRange, TraceStep } from '../../core/types.ts';
import { fail } from '../actions/inputs.ts';
import { found, messageOf } from '../diagnostic.ts';
import type { Job, Step, WorkflowDocument } from '../document.ts';
import { evaluateCondition, evaluateText, evaluateValue, namesStatus, piecesOf, type Scope } from '../expression.ts';
import { diagnosticOf, saidOf, sourceOf } from '../facts/failures.ts';
import { sources } from '../facts/sources.ts';
import type { Authority, RegistryUse, RoleRequest, WorkflowScenario } from '../scenario.ts';
import { readable, unknownsIn } from '../unknown.ts';
import { childOf, scalarOf, scalarsOf } from '../yaml/tree.ts';
import { claimsOf } from './claims.ts';
import { scopeOf, type Visible } from './contexts.ts';
import { expandMatrix, maxCombinations } from './matrix.ts';
import { scopesOf } from './permissions.ts';
import { runnerFor } from './runner.ts';
import type { Failure, Image, JobRecord, Machine, Push, StepRecord, StepResult } from './state.ts';
import { environmentWith, playStep } from './step-run.ts';

/** What the jobs before this one have left, and what every job sees. */
export interface RunSoFar {
  readonly document: WorkflowDocument;
  readonly scenario: WorkflowScenario;
  readonly authority: Authority;
  readonly registry: ReadonlyMap<string, Image>;
  readonly jobs: ReadonlyMap<string, JobRecord>;
}

/** A step or job that its condition left out. */
export interface LeftOut {
  readonly text: string;
  readonly range: SourceRange;
}

/** A job that has ended, with everything it did. */
export interface PlayedJob {
  readonly record: JobRecord;
  readonly registry: ReadonlyMap<string, Image>;
  readonly trace: readonly TraceStep[];
  readonly diagnostics: readonly Diagnostic[];
  readonly uses: readonly RegistryUse[];
  readonly assumptions: readonly (RoleRequest & { readonly range: SourceRange })[];
  readonly leftOut: readonly LeftOut[];
}

/** Plays a job: once for each combination of its matrix. */
export function playJob(job: Job, soFar: RunSoFar): PlayedJob {
  const needs = new Map(job.needs.map(({ text }) => [text, soFar.jobs.get(text) ?? skippedRecord] as const));
  const allWell = [...needs.values()].every(({ result }) => result === 'success');
  const visible: Visible = {
    event: soFar.scenario.event,
    workflowName: nameOf(soFar.document),
    jobId: job.id,
    needs,
    status: (name) => (name === 'always' ? true : name === 'success' ? allWell : false),
  };
  const source = soFar.document.text;
  const scope = scopeOf(visible);
  const guarded = job.if !== undefined && namesStatus(job.if.text);
  const condition = !allWell && !guarded ? 'false' : evaluateCondition(job.if, source, scope);
  if (condition === 'false') return leaveOut(job, soFar, job.if?.range ?? job.needs[0]?.range ?? job.idRange);
  if (job.uses !== undefined) return callWorkflow(job, soFar);
  const matrix = expandMatrix(job.matrix, source, scope);
  if (matrix.empty !== null)
    return refuseJob(
      job,
      soFar,
      fail('workflow/matrix-empty', { name: matrix.empty }, [job.matrix?.range ?? job.idRange]),
    );
  if (matrix.tooMany)
    return refuseJob(
      job,
      soFar,
      fail('workflow/matrix-too-large', { limit: maxCombinations }, [job.matrix?.range ?? job.idRange]),
    );
  let registry = soFar.registry;
  const legs = matrix.combinations.map((combination) => {
    const leg = new Leg(
      job,
      { ...soFar, registry },
      { ...visible, matrix: combination },
      condition === 'unknown',
    ).play();
    registry = leg.registry;
    return leg;
  });
  return joinLegs(legs, registry);
}

const skippedRecord: JobRecord = { outputs: {}, result: 'skipped', hasUploads: false, digests: [] };

function nameOf({ root, file }: WorkflowDocument): string {
  return scalarOf(childOf(root ?? undefined, 'name'))?.text ?? `.github/workflows/${file}`;
}

const nothingPlayed = { trace: [], diagnostics: [], uses: [], assumptions: [], leftOut: [] };

function leaveOut(job: Job, { registry }: RunSoFar, range: SourceRange): PlayedJob {
  const step: TraceStep = {
    operation: 'job',
    kind: 'attempt',
    group: job.name?.text ?? job.id,
    call: `job ${job.id}`,
    outcome: 'skipped',
    message: messageOf('workflow/job-skipped', { job: job.id }),
    said: 'This job was skipped',
    stops: false,
    source: sources.syntax,
    decidedBy: [range],
  };
  const text = job.steps.map((each) => `${each.uses?.text ?? ''} ${each.run?.text ?? ''}`).join('\n');
  return { ...nothingPlayed, record: skippedRecord, registry, trace: [step], leftOut: [{ text, range }] };
}

function callWorkflow(job: Job, { registry }: RunSoFar): PlayedJob {
  const range = job.uses?.range ?? job.idRange;
  const uses = job.uses?.text ?? '';
  return {
    ...nothingPlayed,
    record: { ...skippedRecord, result: 'success' },
    registry,
    trace: [
      {
        operation: 'job',
        kind: 'attempt',
        group: job.name?.text ?? job.id,
        call: `uses: ${uses}`,
        outcome: 'unknown',
        message: messageOf('workflow/called-workflow-unknown', { uses }),
        said: '',
        stops: false,
        source: sources.reusable,
        decidedBy: [range],
      },
    ],
    diagnostics: [found('info', 'workflow/called-workflow-unknown', { uses }, range, sources.reusable)],
  };
}

function refuseJob(job: Job, { registry }: RunSoFar, failure: Failure): PlayedJob {
  const trace: TraceStep = {
    operation: 'job',
    kind: 'attempt',
    group: job.name?.text ?? job.id,
    call: `job ${job.id}`,
    outcome: 'denied',
    message: { code: failure.code, params: failure.params },
    said: saidOf(failure),
    stops: true,
    source: sourceOf(failure.code),
    decidedBy: failure.ranges,
  };
  return {
    ...nothingPlayed,
    record: { ...skippedRecord, result: 'failure' },
    registry,
    trace: [trace],
    diagnostics: [diagnosticOf(failure, job.idRange)],
  };
}

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
    diagnostics: dedupe(legs.flatMap(({ diagnostics }) => diagnostics)),
    uses: legs.flatMap(({ uses }) => uses),
    assumptions: legs.flatMap(({ assumptions }) => assumptions),
    leftOut: legs.flatMap(({ leftOut }) => leftOut),
  };
}

/** The same fault in several combinations of a matrix is said once. */
function dedupe(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ message, range }) => {
    const key = `${message.code}@${range.start}-${range.end}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

/** One combination of a job on one machine. */
class Leg {
  readonly #job: Job;
  readonly #soFar: RunSoFar;
  readonly #visible: Visible;
  readonly #isDoubtful: boolean;
  #machine: Machine;
  #registry: ReadonlyMap<string, Image>;
  readonly #trace: TraceStep[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  readonly #uses: RegistryUse[] = [];
  readonly #assumptions: (RoleRequest & { readonly range: SourceRange })[] = [];
  readonly #leftOut: LeftOut[] = [];
  readonly #pushes: Push[] = [];

  constructor(job: Job, soFar: RunSoFar, visible: Visible, isDoubtful: boolean) {
    this.#job = job;
    this.#soFar = soFar;
    this.#visible = { ...visible, status: (name) => name === 'always' || name === 'success' };
    this.#isDoubtful = isDoubtful;
    this.#registry = soFar.registry;
    this.#machine = newMachine(job, soFar.document, scopeOf(visible));
  }

  play(): PlayedJob {
    const { document } = this.#soFar;
    this.#judgeRunner();
    const workflowEnv = environmentWith(new Map(), document.env, document.text, this.#visible);
    const jobEnv = environmentWith(workflowEnv, this.#job.env, document.text, { ...this.#visible, env: workflowEnv });
    const claims = claimsOf(this.#job, this.#soFar.scenario.event, document.text, scopeOf(this.#visible));
    for (const step of this.#job.steps) this.#playOne(step, jobEnv, claims);
    return {
      record: {
        outputs: this.#outputs(jobEnv),
        // A failed job still hands on what it would have: those that need it are judged on their own.
        result: 'success',
        hasUploads: this.#machine.hasUploads,
        digests: this.#pushes.filter(({ reference }) => reference.includes('@')),
      },
      registry: this.#registry,
      trace: this.#trace,
      diagnostics: this.#diagnostics,
      uses: this.#uses,
      assumptions: this.#assumptions,
      leftOut: this.#leftOut,
    };
  }

  #judgeRunner(): void {
    const { runner } = this.#machine;
    const range = this.#job.runsOn?.range ?? this.#job.idRange;
    if (runner.kind === 'unknown-label' || runner.kind === 'retired') {
      this.#fail('job', `runs-on: ${runner.label}`, fail('workflow/no-runner', { label: runner.label }, [range]));
    } else if (!runner.platform.startsWith('linux/') && this.#job.steps.some(usesDocker)) {
      this.#fail(
        'job',
        `runs-on: ${runner.label}`,
        fail('workflow/runner-without-docker', { label: runner.label }, [range]),
      );
    }
  }

  #playOne(
    step: Step,
    jobEnv: Parameters<typeof playStep>[1]['jobEnv'],
    claims: Readonly<Record<string, string>>,
  ): void {
    const { document, scenario, authority } = this.#soFar;
    const { condition, result } = playStep(step, {
      document,
      scenario,
      authority,
      claims,
      jobEnv,
      job: this.#job,
      machine: this.#machine,
      registry: this.#registry,
      needs: this.#visible.needs ?? new Map(),
      visible: this.#visible,
    });
    if (condition === 'false') {
      this.#skip(step);
      return;
    }
    const tolerated = this.#tolerates(step, jobEnv);
    const failed = result.failures.some(({ stops }) => stops);
    this.#showStep(step, result, tolerated, condition === 'unknown' || this.#isDoubtful);
    if (!(failed && tolerated)) this.#applyChanges(result);
    const outcome = failed ? 'failure' : 'success';
    this.#remember(step, {
      outputs: result.outputs,
      outcome,
      conclusion: tolerated ? 'success' : outcome,
      range: step.range,
    });
  }

  #applyChanges(result: StepResult): void {
    this.#machine = { ...this.#machine, ...result.machine };
    this.#registry = new Map([
      ...this.#registry,
      ...result.pushes.map(({ reference, image }) => [reference, image] as const),
    ]);
    this.#pushes.push(...result.pushes);
    this.#uses.push(...result.uses);
    this.#assumptions.push(...result.assumptions);
  }

  #remember(step: Step, record: StepRecord): void {
    if (step.id !== undefined)
      this.#machine = { ...this.#machine, steps: new Map([...this.#machine.steps, [step.id.text, record]]) };
  }

  #tolerates(step: Step, env: Parameters<typeof playStep>[1]['jobEnv']): boolean {
    if (step.continueOnError === undefined) return false;
    const scope = scopeOf({ ...this.#visible, env, machine: this.#machine });
    const { value } = evaluateValue(piecesOf(step.continueOnError, this.#soFar.document.text), scope);
    return value === true || value === 'true';
  }

  #skip(step: Step): void {
    const range = step.if?.range ?? step.range;
    this.#leftOut.push({ text: `${step.uses?.text ?? ''} ${step.run?.text ?? ''}`, range });
    this.#trace.push({
      operation: 'step',
      kind: 'attempt',
      group: headingOf(step),
      call: callOf(step),
      outcome: 'skipped',
      message: messageOf('workflow/step-skipped', {}),
      said: '',
      stops: false,
      source: sources.syntax,
      decidedBy: [range],
    });
    this.#remember(step, { outputs: {}, outcome: 'skipped', conclusion: 'skipped', range: step.range });
  }

  #showStep(step: Step, result: StepResult, tolerated: boolean, doubtful: boolean): void {
    const group = headingOf(step);
    const [failure] = result.failures.filter(({ stops }) => stops);
    this.#trace.push({
      operation: 'step',
      kind: 'attempt',
      group,
      call: callOf(step),
      outcome: failure !== undefined ? 'denied' : doubtful ? 'unknown' : 'allowed',
      message:
        failure === undefined
          ? messageOf(doubtful ? 'workflow/step-unknown' : 'workflow/step-ran', {})
          : { code: failure.code, params: failure.params },
      said: failure === undefined ? result.log.map(readable).join('\n').slice(0, 2000) : saidOf(failure),
      stops: failure !== undefined && !tolerated,
      source: failure === undefined ? sources.syntax : sourceOf(failure.code),
      decidedBy: failure?.ranges ?? [step.head],
    });
    for (const attempt of result.attempts) {
      const outcome = attempt.outcome === 'allowed' && doubtful ? 'unknown' : attempt.outcome;
      const cause = attempt.failure;
      this.#trace.push({
        operation: attempt.operation,
        kind: 'attempt',
        group,
        call: attempt.call,
        outcome,
        message:
          cause === null
            ? messageOf(outcome === 'unknown' ? 'workflow/operation-unknown' : 'workflow/operation-allowed', {})
            : { code: cause.code, params: cause.params },
        said: cause === null ? '' : saidOf(cause),
        stops: cause !== null && !tolerated,
        source: cause === null ? sourceOfOperation(attempt.operation, this.#soFar.scenario) : sourceOf(cause.code),
        decidedBy: attempt.decidedBy,
      });
    }
    const asked = new Set(this.#soFar.scenario.asks.map(({ operation }) => operation));
    const matters =
      !tolerated || result.attempts.some(({ operation, outcome }) => outcome === 'denied' && asked.has(operation));
    for (const each of result.failures) {
      const diagnostic = diagnosticOf(each, step.range);
      const isAsked = result.attempts.some(
        ({ operation, failure }) => failure?.code === each.code && asked.has(operation),
      );
      this.#diagnostics.push((each.stops && matters) || isAsked ? diagnostic : { ...diagnostic, severity: 'warning' });
    }
    this.#diagnostics.push(...result.diagnostics);
  }

  #fail(operation: string, call: string, failure: Failure): void {
    this.#diagnostics.push(diagnosticOf(failure, this.#job.idRange));
    this.#trace.push({
      operation,
      kind: 'attempt',
      group: this.#job.name?.text ?? this.#job.id,
      call,
      outcome: 'denied',
      message: { code: failure.code, params: failure.params },
      said: saidOf(failure),
      stops: true,
      source: sourceOf(failure.code),
      decidedBy: failure.ranges,
    });
  }

  #outputs(jobEnv: Parameters<typeof playStep>[1]['jobEnv']): Readonly<Record<string, string>> {
    const { document, scenario } = this.#soFar;
    const env = new Map([...jobEnv, ...this.#machine.exported]);
    const scope = scopeOf({ ...this.#visible, env, machine: this.#machine });
    const masks = [
      ...this.#machine.masks,
      ...(/secrets\.\w*ACCOUNT\w*/i.test(document.text) ? [scenario.account] : []),
    ];
    return Object.fromEntries(
      this.#job.outputs.map(({ key, value }) => {
        const text = value.kind === 'scalar' ? evaluateText(piecesOf(value, document.text), scope).text : '';
        const isMasked =
          masks.some((mask) => text.includes(mask)) || unknownsIn(text).some(({ kind }) => kind === 'secret');
        if (isMasked)
          this.#diagnostics.push(
            found('warning', 'workflow/output-dropped', { output: key.text }, value.range, sources.commands),
          );
        return [key.text, isMasked ? '' : text];
      }),
    );
  }
}

function newMachine(job: Job, document: WorkflowDocument, scope: Scope): Machine {
  const labels = labelsOf(job, document.text, scope);
  return {
    runner: runnerFor(labels),
    scopes: scopesOf(job.permissions, document.permissions),
    exported: new Map(),
    credentials: null,
    logins: new Set(),
    builders: [],
    builder: { name: 'default', driver: 'docker' },
    emulates: false,
    hasFiles: false,
    hasDownloads: false,
    hasUploads: false,
    localImages: new Map(),
    steps: new Map(),
    masks: [],
  };
}

/** The labels of a job's runner with their expressions worked out. */
export function labelsOf(job: Job, source: string, scope: Scope): readonly string[] {
  const node = job.runsOn?.kind === 'map' ? childOf(job.runsOn, 'labels') : job.runsOn;
  if (job.runsOn?.kind === 'map' && node === undefined) return ['self-hosted'];
  return scalarsOf(node).flatMap((scalar) => {
    const { value } = evaluateValue(piecesOf(scalar, source), scope);
    return Array.isArray(value) ? value.map(String) : [String(value ?? '')];
  });
}

function usesDocker({ uses, run }: Step): boolean {
  return /amazon-ecr-login|^docker\//.test(uses?.text ?? '') || /(^|[\s|;&])docker\s/.test(run?.text ?? '');
}

function sourceOfOperation(operation: string, { asks }: WorkflowScenario): TraceStep['source'] {
  return asks.find((asked) => asked.operation === operation)?.source ?? sources.syntax;
}

/** A step's heading as GitHub's log prints it. */
function headingOf({ name, uses, run }: Step): string {
  if (name !== undefined) return name.text;
  if (uses !== undefined) return `Run ${uses.text}`;
  return `Run ${(run?.text ?? '').split('\n')[0]?.slice(0, 80) ?? ''}`;
}

function callOf({ uses, run }: Step): string {
  return uses !== undefined ? `uses: ${uses.text}` : (run?.text.split('\n')[0]?.slice(0, 120) ?? '');
}
