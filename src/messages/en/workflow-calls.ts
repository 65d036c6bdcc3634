import type { Catalog } from '../catalog.ts';

/** What can be wrong where a job calls a workflow in another file. */
export const workflowCalls = {
  'workflow/malformed-call': {
    what: 'This is no reference to a workflow: {reason}.',
    why: 'A job calls a file in `.github/workflows`: of its own repository by `./`, of another by owner, repository and version.',
    fix: 'A single action belongs into a step.',
  },
  'workflow/too-many-called': {
    what: '{total} different workflows are called, this one among them.',
    why: 'GitHub says: too many workflows are referenced, total: {total}, limit: {limit}.',
    fix: 'Put jobs that belong together into one file.',
  },
  'workflow/calls-too-deep': {
    what: 'This call of `{file}` lies too deep, or goes round in a circle.',
    why: 'GitHub says that it would exceed the limit on called workflow depth of {limit}.',
    fix: 'Call the workflow from further up.',
  },
  'workflow/not-callable': {
    what: '`{file}` cannot be called.',
    why: 'GitHub says: workflow is not reusable as it is missing a `on.workflow_call` trigger.',
    fix: 'Name that event under `on` of the called file.',
  },
  'workflow/call-input-missing': {
    what: '`{file}` requires the input `{input}`, and this call does not give it.',
    why: 'GitHub says: Input {input} is required, but not provided while calling.',
    fix: 'Give it under `with` of this job.',
  },
  'workflow/call-input-unknown': {
    what: '`{file}` declares no input `{input}`.',
    why: 'GitHub says: Invalid input, {input} is not defined in the referenced workflow.',
    fix: 'Compare the names with those under `workflow_call`.',
  },
  'workflow/call-input-type': {
    what: 'The input `{input}` is a {type}, and `{value}` is none.',
    why: "GitHub says: Unexpected value '{value}'. A text is not turned into a truth value or a number here.",
    fix: 'Give it without quotes, or by an expression that comes to a {type}.',
  },
  'workflow/call-secret-missing': {
    what: '`{file}` requires the secret `{secret}`, and this call does not give it.',
    why: 'GitHub says: Secret {secret} is required, but not provided while calling.',
    fix: 'Give it under `secrets` of this job.',
  },
  'workflow/call-secret-unknown': {
    what: '`{file}` declares no secret `{secret}`.',
    why: 'GitHub says: Invalid secret, {secret} is not defined in the referenced workflow.',
    fix: 'Compare the names with those under `workflow_call`.',
  },
  'workflow/call-permissions': {
    what: '`{file}` asks for `{requested}`, and this job may hand on only `{allowed}`.',
    why: "GitHub says: The {asker} is requesting '{requested}', but is only allowed '{allowed}'. A called workflow can keep or lower what the calling job may do.",
    fix: 'Grant it to the calling job.',
  },
  'workflow/secret-not-passed': {
    what: 'This call does not hand the secret `{secret}` to `{file}`, so it is empty there.',
    why: 'A called workflow gets the secrets that the call names, or all of them by `inherit`.',
    fix: 'Hand it over under `secrets`, and declare it under `workflow_call`.',
  },
  'workflow/workflow-called': { what: 'The jobs of `{file}` run in place of this one.' },
} as const satisfies Catalog;
