import type { Diagnostic, SourceRange, TraceStep } from '../../core/types.ts';
import { everyLeaf, leavesOf, valueAt } from '../../core/yaml/tree.ts';
import { fail } from '../actions/inputs.ts';
import { found } from '../diagnostic.ts';
import type { Job, Step } from '../document.ts';
import { evaluateValue, type Scope } from '../expression.ts';
import { diagnosticOf } from '../facts/failures.ts';
import { sources } from '../facts/sources.ts';
import { isFromFork, type RegistryUse, type RoleAssumption } from '../scenario.ts';
import { unknownsIn } from '../unknown.ts';
import { claimsOf } from './claims.ts';
import { scopeOf, type Visible } from './contexts.ts';
import { defaultEnvironment } from './default-environment.ts';
import { type Environment, environmentWith, merged, textIn } from './environment.ts';
import { blockOf, scopesForFork, scopesOf } from './permissions.ts';
import type { LeftOut, PlayedJob, RunSoFar } from './played.ts';
import { runnerFor } from './runner.ts';
import { headingOf, leftOutStep, showStep } from './show-step.ts';
import type { Failure, Image, Machine, Push, StepRecord, StepResult } from './state.ts';
import { playStep } from './step-run.ts';
import { refusedStep, titleOf, under } from './trace.ts';

/** What every step of the leg sees. */
interface Leg {
  readonly job: Job;
  /** How the run's list names the leg; empty where the job is the only one. */
  readonly title: string;
  readonly soFar: RunSoFar;
  readonly visible: Visible;
  /** True when it is not known whether the job runs at all. */
  readonly isDoubtful: boolean;
  readonly jobEnv: Environment;
  readonly defaults: Environment;
  readonly claims: Readonly<Record<string, string>>;
}

/** The machine and the registries between two steps. */
interface World {
  readonly machine: Machine;
  readonly registry: ReadonlyMap<string, Image>;
  readonly commandsLeft: number;
}

/** What one step adds to what the leg did. */
interface Turn {
  readonly trace: readonly TraceStep[];
  readonly diagnostics: readonly Diagnostic[];
  readonly uses: readonly RegistryUse[];
  readonly assumptions: readonly RoleAssumption[];
  readonly leftOut: readonly LeftOut[];
  readonly pushes: readonly Push[];
}

const nothingAdded: Turn = { trace: [], diagnostics: [], uses: [], assumptions: [], leftOut: [], pushes: [] };

/** Plays one combination of a job's matrix on one machine, step by step. */
export function playLeg(job: Job, soFar: RunSoFar, seen: Visible, isDoubtful: boolean): PlayedJob {
  const visible: Visible = { ...seen, status: (name) => name === 'always' || name === 'success' };
  const leg = legOf(job, soFar, visible, isDoubtful);
  const { registry, commandsLeft } = soFar;
  let world: World = {
    machine: newMachine(job, soFar, scopeOf(seen)),
    registry,
    commandsLeft,
  };
  const turns: Turn[] = [judgeRunner(leg, world.machine)];
  for (const step of job.steps) {
    if (world.commandsLeft <= 0) break;
    const [next, turn] = takeTurn(step, leg, world);
    world = next;
    turns.push(turn);
  }
  const { outputs, diagnostics } = outputsOf(leg, world.machine);
  return {
    record: {
      outputs,
      // A failed job still hands on what it would have: those that need it are judged on their own.
      result: 'success',
      lineage: 'success',
      hasUploads: world.machine.hasUploads,
      uploads: world.machine.uploads,
      digests: turns.flatMap(({ pushes }) => pushes).filter(({ reference }) => reference.includes('@')),
    },
    registry: world.registry,
    trace: turns.flatMap(({ trace }) => trace),
    diagnostics: [...turns.flatMap((turn) => turn.diagnostics), ...diagnostics],
    uses: turns.flatMap(({ uses }) => uses),
    assumptions: turns.flatMap(({ assumptions }) => assumptions),
    leftOut: turns.flatMap(({ leftOut }) => leftOut),
    commands: commandsLeft - world.commandsLeft,
  };
}

function legOf(job: Job, soFar: RunSoFar, visible: Visible, isDoubtful: boolean): Leg {
  const { document, scenario } = soFar;
  const scope = scopeOf(visible);
  const workflowEnv = environmentWith(new Map(), document.env, visible);
  return {
    job,
    title: isOneOfSeveral(soFar, visible) ? under(soFar.frame.title, titleOf(job, visible.matrix, scope)) : '',
    soFar,
    visible,
    isDoubtful,
    jobEnv: environmentWith(workflowEnv, job.env, { ...visible, env: workflowEnv }),
    defaults: defaultEnvironment(visible, runnerFor(labelsOf(job, scope))),
    claims: claimsOf(job, { event: scenario.event, started: soFar.frame.started, document }, scope),
  };
}

function isOneOfSeveral({ document, frame }: RunSoFar, { matrix = {} }: Visible): boolean {
  return document.jobs.length > 1 || frame.title !== '' || Object.keys(matrix).length > 0;
}

function takeTurn(step: Step, leg: Leg, world: World): readonly [World, Turn] {
  const { visible, isDoubtful, soFar, title, ...rest } = leg;
  const { document, scenario, authority, taken } = soFar;
  const before = [...soFar.frame.before, ...(visible.needs?.values() ?? [])];
  const { condition, result } = playStep(step, {
    ...rest,
    ...world,
    visible,
    before,
    taken,
    document,
    scenario,
    authority,
  });
  const env = merged(leg.jobEnv, world.machine.exported);
  const heading = headingOf(step, scopeOf({ ...visible, env, machine: world.machine }), title);
  if (condition === 'false') {
    const record = { outputs: {}, outcome: 'skipped', conclusion: 'skipped', range: step.range } as const;
    return [remembering(spending(world, 1), step, record), { ...nothingAdded, ...leftOutStep(step, heading) }];
  }
  const isTolerated = tolerates(step, leg, world.machine);
  const hasFailed = result.failures.some(({ stops }) => stops);
  const shown = showStep(step, result, {
    isTolerated,
    isDoubtful: isDoubtful || condition === 'unknown',
    heading,
    scenario,
  });
  const outcome = hasFailed ? 'failure' : 'success';
  const conclusion = isTolerated ? 'success' : outcome;
  const record: StepRecord = { outputs: result.outputs, outcome, conclusion, range: step.range };
  const after = spending(hasFailed && isTolerated ? world : changed(world, result), result.commands);
  if (hasFailed && isTolerated) return [remembering(after, step, record), { ...nothingAdded, ...shown }];
  const { uses, assumptions, pushes } = result;
  return [remembering(after, step, record), { ...shown, uses, assumptions, pushes, leftOut: [] }];
}

function spending(world: World, commands: number): World {
  return { ...world, commandsLeft: world.commandsLeft - commands };
}

function changed(world: World, result: StepResult): World {
  const { machine, registry } = world;
  const pushed = result.pushes.map(({ reference, image }) => [reference, image] as const);
  return {
    ...world,
    machine: { ...machine, ...result.machine },
    registry: pushed.length === 0 ? registry : new Map([...registry, ...pushed]),
  };
}

/** Only a step with an id can be asked for later. */
function remembering(world: World, { id }: Step, record: StepRecord): World {
  if (id === undefined) return world;
  const steps = new Map([...world.machine.steps, [id.text, record]]);
  return { ...world, machine: { ...world.machine, steps } };
}

/** Whether `continue-on-error` lets the job go on. */
function tolerates({ continueOnError }: Step, { visible, jobEnv }: Leg, machine: Machine): boolean {
  if (continueOnError === undefined) return false;
  const { value } = evaluateValue(continueOnError, scopeOf({ ...visible, env: jobEnv, machine }));
  return value === true || value === 'true';
}

/** Whether somebody takes the job, on a machine that has Docker where it is used. */
function judgeRunner({ job, title }: Leg, { runner }: Machine): Turn {
  const { label, kind, platform } = runner;
  const ranges = [...labelPlaces(job, label), job.runsOn?.range ?? job.idRange];
  const failure =
    kind === 'unknown-label' || kind === 'retired'
      ? fail('workflow/no-runner', { label }, ranges)
      : !platform.startsWith('linux/') && job.steps.some(usesDocker)
        ? fail('workflow/runner-without-docker', { label }, ranges)
        : null;
  return failure === null ? nothingAdded : { ...nothingAdded, ...refusedMachine(job, title, label, failure) };
}

/** Where the matrix writes a label that `runs-on` takes from it. */
function labelPlaces({ runsOn, matrix }: Job, label: string): readonly SourceRange[] {
  const isFromMatrix = leavesOf(runsOn).some(({ text }) => /matrix\./i.test(text));
  return isFromMatrix ? [...everyLeaf(matrix)].filter(({ text }) => text === label).map(({ range }) => range) : [];
}

function refusedMachine(job: Job, title: string, label: string, failure: Failure): Pick<Turn, 'trace' | 'diagnostics'> {
  const step = refusedStep(failure, { operation: 'job', group: title || titleOf(job), call: `runs-on: ${label}` });
  return { trace: [step], diagnostics: [diagnosticOf(failure, job.idRange)] };
}

function usesDocker({ uses, run }: Step): boolean {
  return /amazon-ecr-login|^docker\//.test(uses?.text ?? '') || /(^|[\s|;&])docker\s/.test(run?.text ?? '');
}

/** The outputs of the job. One that holds what GitHub masks is dropped: a secret, or the account where that is kept as one. */
function outputsOf(
  { job, soFar, visible, jobEnv }: Leg,
  machine: Machine,
): { readonly outputs: Readonly<Record<string, string>>; readonly diagnostics: readonly Diagnostic[] } {
  const { document, scenario } = soFar;
  const scope = scopeOf({ ...visible, env: merged(jobEnv, machine.exported), machine });
  const masks = /secrets\.\w*ACCOUNT\w*/i.test(document.text) ? [...machine.masks, scenario.account] : machine.masks;
  const isMasked = (text: string): boolean =>
    masks.some((mask) => text.includes(mask)) || unknownsIn(text).some(({ kind }) => kind === 'secret');
  const texts = job.outputs.map(({ key, value }) => ({ key, range: value.range, text: textIn(value, scope) }));
  return {
    outputs: Object.fromEntries(texts.map(({ key, text }) => [key.text, isMasked(text) ? '' : text])),
    diagnostics: texts.filter(({ text }) => isMasked(text)).map(({ key, range }) => droppedOutput(key.text, range)),
  };
}

function droppedOutput(output: string, range: SourceRange): Diagnostic {
  return found('warning', 'workflow/output-dropped', { output }, range, sources.commands);
}

function newMachine(job: Job, { document, scenario, frame }: RunSoFar, scope: Scope): Machine {
  const { event } = scenario;
  const scopes = scopesOf(job.permissions, document.permissions, frame.handedOn);
  return {
    runner: runnerFor(labelsOf(job, scope)),
    scopes: isFromFork(event) ? scopesForFork(scopes) : scopes,
    scopesAt: blockOf(job, document)?.range ?? frame.handedOnAt ?? job.idRange,
    exported: new Map(),
    credentials: null,
    logins: new Set(),
    builders: [],
    builder: { name: 'default', driver: 'docker' },
    emulates: false,
    hasFiles: false,
    hasDownloads: false,
    hasUploads: false,
    uploads: [],
    localImages: new Map(),
    steps: new Map(),
    masks: [],
  };
}

/** The labels of a job's runner with their expressions worked out. */
function labelsOf({ runsOn }: Job, scope: Scope): readonly string[] {
  const labels = runsOn?.kind === 'mapping' ? valueAt(runsOn, 'labels') : runsOn;
  if (runsOn?.kind === 'mapping' && labels === undefined) return ['self-hosted'];
  return leavesOf(labels).flatMap((leaf) => {
    const { value } = evaluateValue(leaf, scope);
    return Array.isArray(value) ? value.map(String) : [String(value ?? '')];
  });
}
