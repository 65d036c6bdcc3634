import type { Scope } from '../expression.ts';
import { OpenValue, type Value } from '../expression-values.ts';
import type { WorkflowEvent } from '../scenario.ts';
import { unknown } from '../unknown.ts';
import { type Frame, nameOf, pathOf } from './frame.ts';
import { githubValues } from './github-context.ts';
import type { Combination } from './matrix.ts';
import type { Runner } from './runner.ts';
import type { Binding, JobRecord, Machine } from './state.ts';

/** What is known when an expression is worked out; what is left out is not there yet. */
export interface Visible {
  readonly event: WorkflowEvent;
  readonly frame: Frame;
  readonly jobId?: string;
  readonly matrix?: Combination;
  /** Which of how many combinations of the matrix it is, from 0. */
  readonly leg?: { readonly index: number; readonly total: number };
  readonly needs?: ReadonlyMap<string, JobRecord>;
  /** The jobs of a called workflow, all of which have ended: only what it hands back may ask for them. */
  readonly jobs?: ReadonlyMap<string, JobRecord>;
  readonly env?: ReadonlyMap<string, Binding>;
  readonly machine?: Machine;
  readonly status: Scope['status'];
}

/** The contexts of an expression at one moment of the run. */
export function scopeOf(visible: Visible): Scope {
  const { event, frame, machine, matrix, needs, jobs, env, status } = visible;
  return {
    status,
    contexts: {
      github: () => ({
        ...githubValues(event, pathOf(frame.started), frame.sent),
        job: visible.jobId ?? '',
        workflow: nameOf(frame.started),
      }),
      vars: () => new OpenValue((name) => unknown('variable', name)),
      secrets: () => new OpenValue(frame.secret),
      inputs: () => frame.inputs,
      // On Linux the names of variables are compared letter by letter, unlike those of any other context.
      env: () => new OpenValue((name) => env?.get(name)?.value ?? null),
      matrix: () => matrix ?? {},
      strategy: () => strategyContext(visible),
      needs: () => jobsContext(needs),
      jobs: () => jobsContext(jobs),
      steps: () => stepsContext(machine?.steps ?? new Map()),
      job: () => jobContext,
      runner: () => runnerContext(machine?.runner),
    },
  };
}

function strategyContext({ leg = { index: 0, total: 1 } }: Visible): Value {
  return { 'fail-fast': true, 'job-index': leg.index, 'job-total': leg.total, 'max-parallel': leg.total };
}

function jobsContext(records: ReadonlyMap<string, JobRecord> = new Map()): Value {
  return Object.fromEntries(Array.from(records, ([id, { outputs, result }]) => [id, { outputs, result }]));
}

/** Steps that have run, by their ids in any case. Worked out one by one: a job may have thousands. */
function stepsContext(steps: Machine['steps']): Value {
  const recordOf = (name: string) => {
    const lower = name.toLowerCase();
    const id = steps.has(name) ? name : [...steps.keys()].find((known) => known.toLowerCase() === lower);
    return id === undefined ? undefined : steps.get(id);
  };
  const property = (name: string): Value => {
    const record = recordOf(name);
    return record === undefined
      ? null
      : { outputs: record.outputs, outcome: record.outcome, conclusion: record.conclusion };
  };
  return new OpenValue(property, () => steps.keys());
}

const jobContext: Value = {
  status: 'success',
  check_run_id: unknown('github', 'job.check_run_id'),
  container: {},
  services: {},
};

/** What expressions can read of the machine. */
export function runnerContext(runner: Runner | undefined) {
  const [os = 'linux', arch = 'amd64'] = (runner?.platform ?? 'linux/amd64').split('/');
  return {
    os: os === 'linux' ? 'Linux' : os === 'darwin' ? 'macOS' : 'Windows',
    arch: arch === 'arm64' ? 'ARM64' : 'X64',
    name: 'GitHub Actions 1',
    temp: '/home/runner/work/_temp',
    tool_cache: '/opt/hostedtoolcache',
    environment: 'github-hosted',
    debug: '',
  };
}
