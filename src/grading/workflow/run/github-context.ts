import { OpenValue, type Value } from '../expression-values.ts';
import type { WorkflowEvent } from '../scenario.ts';
import { unknown } from '../unknown.ts';

/** What GitHub knows of the event, by the names of the `github` context. `path` is that of the workflow that it started. */
export function githubValues(
  event: WorkflowEvent,
  path: string,
  inputs?: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  return {
    ...refValues(event),
    ...repositoryValues(event),
    ...sameInEveryRun,
    actor: event.actor,
    triggering_actor: event.actor,
    run_number: String(event.runNumber),
    workflow_ref: `${event.repository}/${path}@${event.ref}`,
    workflow_sha: event.sha,
    event: { ...payloadOf(event), ...(inputs === undefined ? {} : { inputs }) },
  };
}

function refValues(event: WorkflowEvent): Readonly<Record<string, Value>> {
  return {
    event_name: event.name,
    ref: event.ref,
    ref_name: event.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: false,
    sha: event.sha,
    head_ref: event.pull?.head ?? '',
    base_ref: event.pull?.base ?? '',
  };
}

function repositoryValues(event: WorkflowEvent): Readonly<Record<string, Value>> {
  const [owner = '', name = ''] = event.repository.split('/');
  return {
    repository: event.repository,
    repository_owner: owner,
    repository_visibility: event.private ? 'private' : 'public',
    repository_id: event.ids?.repository ?? unknown('github', 'github.repository_id'),
    repository_owner_id: event.ids?.owner ?? unknown('github', 'github.repository_owner_id'),
    repositoryUrl: `git://github.com/${event.repository}.git`,
    workspace: `/home/runner/work/${name}/${name}`,
  };
}

/** What does not hang on the event: addresses, files of the machine, and what nobody can know here. */
const sameInEveryRun: Readonly<Record<string, Value>> = {
  actor_id: unknown('github', 'github.actor_id'),
  run_attempt: '1',
  run_id: '17000000042',
  server_url: 'https://github.com',
  api_url: 'https://api.github.com',
  graphql_url: 'https://api.github.com/graphql',
  token: unknown('secret', 'GITHUB_TOKEN'),
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
};

/** The event's own description, as far as it is known here. */
function payloadOf(event: WorkflowEvent): Readonly<Record<string, Value>> {
  return {
    ...(event.activity === undefined ? {} : { action: event.activity }),
    ...(event.pull === undefined ? {} : { number: 7, pull_request: pullRequestOf(event, event.pull) }),
    ...(event.name === 'release' ? { release: releaseOf(event) } : {}),
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
    repository: new OpenValue((key) => repositoryProperty(event, key)),
  };
}

function pullRequestOf(event: WorkflowEvent, { base, head, isFromFork }: NonNullable<WorkflowEvent['pull']>): Value {
  const other = (name: string) => new OpenValue((key) => unknown('github', `github.event.pull_request.${name}.${key}`));
  const known: Readonly<Record<string, Value>> = {
    number: 7,
    draft: false,
    merged: false,
    base: { ref: base, sha: event.sha, repo: new OpenValue((key) => repositoryProperty(event, key)) },
    head: {
      ref: head,
      sha: event.sha,
      repo: {
        fork: isFromFork,
        full_name: isFromFork ? `someone/${event.repository.split('/')[1]}` : event.repository,
      },
    },
    user: other('user'),
  };
  return new OpenValue(
    (key) =>
      (Object.hasOwn(known, key) ? known[key] : undefined) ?? unknown('github', `github.event.pull_request.${key}`),
  );
}

function releaseOf(event: WorkflowEvent): Value {
  const known: Readonly<Record<string, Value>> = {
    tag_name: event.ref.replace('refs/tags/', ''),
    draft: false,
    prerelease: false,
  };
  return new OpenValue(
    (key) => (Object.hasOwn(known, key) ? known[key] : undefined) ?? unknown('github', `github.event.release.${key}`),
  );
}

function repositoryProperty(event: WorkflowEvent, key: string): Value {
  const [owner = '', name = ''] = event.repository.split('/');
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
  return (Object.hasOwn(known, key) ? known[key] : undefined) ?? unknown('github', `github.event.repository.${key}`);
}
