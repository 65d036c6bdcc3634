import type { Scope } from '../expression.ts';
import { OpenValue, type Value } from '../expression-values.ts';
import { isFromFork, type WorkflowEvent } from '../scenario.ts';
import { unknown } from '../unknown.ts';
import type { Environment } from './environment.ts';
import { githubValues } from './github-context.ts';
import type { Combination } from './matrix.ts';
import type { Runner } from './runner.ts';
import type { JobRecord, Machine } from './state.ts';

/** What is known when an expression is worked out; what is left out is not there yet. */
export interface Visible {
  readonly event: WorkflowEvent;
  readonly workflowName: string;
  /** What was filled in to start the run. */
  readonly inputs?: Readonly<Record<string, Value>>;
  readonly jobId?: string;
  readonly matrix?: Combination;
  readonly needs?: ReadonlyMap<string, JobRecord>;
  readonly env?: Environment;
  readonly machine?: Machine;
  readonly status: Scope['status'];
}

/** The contexts of an expression at one moment of the run. */
export function scopeOf(visible: Visible): Scope {
  const { event, machine, matrix, needs, env, status } = visible;
  return {
    status,
    contexts: {
      github: () => ({
        ...githubValues(event, visible.inputs),
        job: visible.jobId ?? '',
        workflow: visible.workflowName,
      }),
      vars: () => new OpenValue((name) => unknown('variable', name)),
      secrets: () =>
        new OpenValue((name) => (isFromFork(event) && name !== 'GITHUB_TOKEN' ? null : unknown('secret', name))),
      inputs: () => visible.inputs ?? {},
      // On Linux the names of variables are compared letter by letter, unlike those of any other context.
      env: () => new OpenValue((name) => env?.get(name)?.value ?? null),
      matrix: () => matrix ?? {},
      strategy: () => ({ 'fail-fast': true, 'job-index': 0, 'job-total': 1, 'max-parallel': 1 }),
      needs: () =>
        Object.fromEntries(Array.from(needs ?? [], ([id, { outputs, result }]) => [id, { outputs, result }])),
      steps: () => stepsContext(machine?.steps ?? new Map()),
      job: () => jobContext,
      runner: () => runnerContext(machine?.runner),
    },
  };
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
