import { leafOf, valueAt } from '../../core/yaml/tree.ts';
import type { Job, WorkflowDocument } from '../document.ts';
import type { Scope } from '../expression.ts';
import type { WorkflowEvent } from '../scenario.ts';
import { textIn } from './environment.ts';
import { nameOf, pathOf } from './frame.ts';

/** What a token tells of the run: its event, the workflow that this started, and the one that holds the job. */
export interface Origin {
  readonly event: WorkflowEvent;
  readonly started: WorkflowDocument;
  readonly document: WorkflowDocument;
}

/**
 * The claims of the token that GitHub signs for a job. A job with an environment is known by it instead of by its branch; a repository made
 * or moved after 2026-07-15 by its ids as well as its name.
 *
 * @source https://docs.github.com/en/actions/reference/security/oidc (read 2026-11-24)
 */
export function claimsOf(
  job: Job,
  { event, started, document }: Origin,
  scope: Scope,
): Readonly<Record<string, string>> {
  const environment = environmentOf(job, scope);
  const refName = event.ref;
  const escaped = (text: string): string => text.replaceAll(':', '%3A');
  const subject =
    environment !== ''
      ? `environment:${escaped(environment)}`
      : event.name.startsWith('pull_request')
        ? 'pull_request'
        : `ref:${escaped(refName)}`;
  const [owner = '', name = ''] = event.repository.split('/');
  const { ids } = event;
  const repository = ids === undefined ? event.repository : `${owner}@${ids.owner}/${name}@${ids.repository}`;
  return {
    iss: 'https://token.actions.githubusercontent.com',
    sub: `repo:${repository}:${subject}`,
    repository: event.repository,
    repository_owner: owner,
    ref: event.ref,
    ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    event_name: event.name,
    actor: event.actor,
    sha: event.sha,
    workflow: nameOf(started),
    workflow_ref: referenceOf(started, event),
    job_workflow_ref: referenceOf(document, event),
    runner_environment: 'github-hosted',
    ...(ids === undefined ? {} : { repository_id: ids.repository, repository_owner_id: ids.owner }),
    ...(event.pull === undefined ? {} : { base_ref: event.pull.base, head_ref: event.pull.head }),
    ...(environment === '' ? {} : { environment }),
  };
}

function referenceOf(document: WorkflowDocument, { repository, ref }: WorkflowEvent): string {
  return `${repository}/${pathOf(document)}@${ref}`;
}

/** The name of a job's environment; empty when it has none. */
function environmentOf(job: Job, scope: Scope): string {
  const node = job.environment?.value;
  const name = leafOf(node) ?? leafOf(valueAt(node, 'name'));
  return name === undefined ? '' : textIn(name, scope);
}
