import { OpenValue, type Scope, type Value } from '../expression.ts';
import type { WorkflowEvent } from '../scenario.ts';
import { unknown } from '../unknown.ts';
import type { Combination } from './matrix.ts';
import type { Binding, JobRecord, Machine } from './state.ts';

/** What is known when an expression is worked out; what is left out is not there yet. */
export interface Visible {
  readonly event: WorkflowEvent;
  readonly workflowName: string;
  readonly jobId?: string;
  readonly matrix?: Combination;
  readonly needs?: ReadonlyMap<string, JobRecord>;
  readonly env?: ReadonlyMap<string, Binding>;
  readonly machine?: Machine;
  readonly status: Scope['status'];
}

/** The contexts of an expression at one moment of the run. */
export function scopeOf(visible: Visible): Scope {
  const { event, machine, matrix, needs, env, status } = visible;
  return {
    status,
    contexts: {
      github: () => githubContext(visible),
      vars: () => new OpenValue((name) => unknown('variable', name)),
      secrets: () => new OpenValue((name) => unknown('secret', name)),
      inputs: () => ({}),
      // On Linux the names of variables are compared letter by letter, unlike those of any other context.
      env: () => new OpenValue((name) => env?.get(name)?.value ?? null),
      matrix: () => matrix ?? {},
      strategy: () => ({ 'fail-fast': true, 'job-index': 0, 'job-total': 1, 'max-parallel': 1 }),
      needs: () =>
        Object.fromEntries(Array.from(needs ?? [], ([id, { outputs, result }]) => [id, { outputs, result }])),
      steps: () =>
        Object.fromEntries(
          Array.from(machine?.steps ?? [], ([id, { outputs, outcome, conclusion }]) => [
            id,
            { outputs, outcome, conclusion },
          ]),
        ),
      job: () => ({
        status: 'success',
        check_run_id: unknown('github', 'job.check_run_id'),
        container: {},
        services: {},
      }),
      runner: () => runnerContext(machine),
    },
  };

  function githubContext({ jobId = '', workflowName }: Visible): Value {
    return { ...githubValues(event), job: jobId, workflow: workflowName };
  }
}

function runnerContext(machine: Machine | undefined): Value {
  const [os = 'linux', arch = 'amd64'] = (machine?.runner.platform ?? 'linux/amd64').split('/');
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

/** What GitHub knows of the event, by the names of the `github` context. */
export function githubValues(event: WorkflowEvent): Readonly<Record<string, Value>> {
  const [owner = '', name = ''] = event.repository.split('/');
  const isTag = event.ref.startsWith('refs/tags/');
  const refName = event.ref.replace(/^refs\/(heads|tags)\//, '');
  return {
    event_name: event.name,
    ref: event.ref,
    ref_name: refName,
    ref_type: isTag ? 'tag' : 'branch',
    ref_protected: false,
    sha: event.sha,
    repository: event.repository,
    repository_owner: owner,
    repository_visibility: event.private ? 'private' : 'public',
    repository_id: unknown('github', 'github.repository_id'),
    repository_owner_id: unknown('github', 'github.repository_owner_id'),
    repositoryUrl: `git://github.com/${event.repository}.git`,
    actor: event.actor,
    actor_id: unknown('github', 'github.actor_id'),
    triggering_actor: event.actor,
    run_number: String(event.runNumber),
    run_attempt: '1',
    run_id: '17000000042',
    server_url: 'https://github.com',
    api_url: 'https://api.github.com',
    graphql_url: 'https://api.github.com/graphql',
    workspace: `/home/runner/work/${name}/${name}`,
    workflow_ref: `${event.repository}/.github/workflows/push.yml@${event.ref}`,
    workflow_sha: event.sha,
    token: unknown('secret', 'GITHUB_TOKEN'),
    head_ref: '',
    base_ref: '',
    action: '__run',
    action_path: '',
    action_ref: '',
    action_repository: '',
    retention_days: '90',
    secret_source: 'Actions',
    env: unknown('github', 'github.env'),
    output: unknown('github', 'github.output'),
    path: unknown('github', 'github.path'),
    state: unknown('github', 'github.state'),
    step_summary: unknown('github', 'github.step_summary'),
    event_path: '/home/runner/work/_temp/_github_workflow/event.json',
    event: {
      ref: event.ref,
      before: unknown('github', 'github.event.before'),
      after: event.sha,
      created: false,
      deleted: false,
      forced: false,
      compare: unknown('github', 'github.event.compare'),
      commits: unknown('github', 'github.event.commits'),
      head_commit: new OpenValue((key) =>
        key === 'id' ? event.sha : unknown('github', `github.event.head_commit.${key}`),
      ),
      pusher: new OpenValue((key) => unknown('github', `github.event.pusher.${key}`)),
      sender: new OpenValue((key) => (key === 'login' ? event.actor : unknown('github', `github.event.sender.${key}`))),
      repository: new OpenValue((key) => repositoryProperty(event, owner, name, key)),
    },
  };
}

function repositoryProperty(event: WorkflowEvent, owner: string, name: string, key: string): Value {
  const known: Readonly<Record<string, Value>> = {
    name,
    full_name: event.repository,
    default_branch: event.defaultBranch,
    private: event.private,
    visibility: event.private ? 'private' : 'public',
    fork: false,
    owner: new OpenValue((property) =>
      property === 'login' || property === 'name' ? owner : unknown('github', `owner.${property}`),
    ),
  };
  return known[key] ?? unknown('github', `github.event.repository.${key}`);
}

/** The environment that every script finds, before the workflow adds to it. */
export function defaultEnvironment(event: WorkflowEvent, jobId: string, machine: Machine): ReadonlyMap<string, string> {
  const values = githubValues(event);
  const runner = runnerContext(machine) as Readonly<Record<string, string>>;
  const text = (name: string): string => String(values[name] ?? '');
  return new Map([
    ['CI', 'true'],
    ['GITHUB_ACTIONS', 'true'],
    ...[
      'actor',
      'event_name',
      'ref',
      'ref_name',
      'ref_type',
      'repository',
      'repository_owner',
      'run_attempt',
      'run_id',
      'run_number',
      'server_url',
      'api_url',
      'sha',
      'workspace',
      'workflow_ref',
      'workflow_sha',
      'head_ref',
      'base_ref',
      'triggering_actor',
      'event_path',
      'graphql_url',
      'retention_days',
    ].map((name) => [`GITHUB_${name.toUpperCase()}`, text(name)] as const),
    ['GITHUB_JOB', jobId],
    ['GITHUB_ENV', '/dev/github/env'],
    ['GITHUB_OUTPUT', '/dev/github/output'],
    ['GITHUB_PATH', '/dev/github/path'],
    ['GITHUB_STEP_SUMMARY', '/dev/github/summary'],
    ['RUNNER_OS', runner['os'] ?? ''],
    ['RUNNER_ARCH', runner['arch'] ?? ''],
    ['RUNNER_TEMP', runner['temp'] ?? ''],
    ['RUNNER_NAME', runner['name'] ?? ''],
    ['HOME', '/home/runner'],
    ['USER', 'runner'],
    ['PATH', '/usr/bin'],
    ['PWD', text('workspace')],
  ]);
}
