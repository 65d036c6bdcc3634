import type { Catalog } from '../catalog.ts';

/** What the simulated run has to say: what works, what fails, and what never happens. */
export const workflowRun = {
  'workflow/run-starts': { what: 'A {event} to `{ref}` starts a run.' },
  'workflow/step-ran': { what: 'The step succeeds.' },
  'workflow/step-unknown': { what: 'Whether this step runs hangs on a value that is not known here.' },
  'workflow/step-skipped': { what: 'The condition of this step is not met, so it is skipped.' },
  'workflow/job-skipped': {
    what: 'The job `{job}` is skipped: its condition is not met, or a job that it needs did not run.',
  },
  'workflow/operation-allowed': { what: 'This works.' },
  'workflow/operation-unknown': { what: 'Whether this works hangs on a value that is not known here.' },
  'workflow/platform-served': { what: 'The tag `{tag}` serves {platform}.' },
  'workflow/platform-not-served': {
    what: 'The tag `{tag}` does not serve {platform}.',
    why: 'A client asks one tag for its own platform and finds no manifest for it.',
    fix: 'Build the tag for every platform at once, or merge what was built apart under one tag.',
  },
  'workflow/platform-of-nothing': {
    what: 'No tag serves {platform}: nothing was pushed.',
    why: 'A client can pull only what the registry took.',
  },
  'workflow/only-digests': {
    what: 'What is pushed here has no tag, so that nobody can ask for it by name.',
    why: 'A push by digest sets none; the tag comes when the digests are merged.',
    fix: 'Merge the digests under one tag.',
  },
  'workflow/action-absent': { what: 'No step uses `{action}`.' },
  'workflow/action-ruled-out': {
    what: 'This exercise is about doing without `{action}`.',
    why: 'One login action that every registry understands is enough.',
    fix: 'Log in with the other action, and take this step out.',
  },
  'workflow/called-workflow-unknown': {
    what: 'What `{uses}` does cannot be seen here.',
    why: 'A called workflow is a file of its own, and this one is not here: it lies in another repository, or was not handed in.',
  },
  'workflow/event-not-named': {
    what: 'A {event} to `{ref}` starts no run.',
    why: '`on` names the events that do, and their `types`, and this one is not among them.',
    fix: 'Name this event under `on`.',
  },
  'workflow/branch-filtered': {
    what: 'A {event} to `{ref}` starts no run: the filter does not let it through.',
    why: 'Names are compared as they stand, with `*` and `**` as wildcards; a filter of branches alone leaves out every tag.',
    fix: 'Check the names in the filter.',
  },
  'workflow/tags-only': {
    what: 'A {event} to `{ref}` starts no run: only tags are asked for.',
    why: 'A filter for tags alone leaves out pushes to branches, and the other way round.',
    fix: 'Filter by branch.',
  },
  'workflow/paths-filtered': {
    what: 'A {event} to `{ref}` starts no run: the filter lets no path through.',
    why: 'At least one changed file has to pass it.',
    fix: 'Name the paths that matter without `!`.',
  },
  'workflow/paths-assumed': {
    what: 'A run starts only when a file that this filter names has changed; it is taken that one has.',
  },
  'workflow/left-out': {
    what: 'The step that the exercise asks for is left out on this push.',
    why: 'This condition is not met.',
    fix: 'Check the condition against a push to main.',
  },
  'workflow/cannot-see-inside': {
    what: 'The exercise needs steps that can be seen, and this job calls a workflow that is not here.',
    fix: 'Write the steps here, or hand that file in beside this one.',
  },
  'workflow/no-checkout': {
    what: 'No step checks out the repository.',
    why: 'The first of the four steps brings the files to the machine.',
    fix: 'Begin the job with the checkout action.',
  },
  'workflow/no-role-assumed': {
    what: 'No step gets credentials of AWS.',
    why: 'The push needs a role, and OIDC gives it without a stored key.',
    fix: 'Add the step that assumes the role.',
  },
  'workflow/keys-where-oidc-is-asked': {
    what: 'This step uses long-lived keys.',
    why: 'The exercise asks for a role that is assumed with the token of the run.',
    fix: 'Name the role to assume, and leave the keys out.',
  },
  'workflow/no-ecr-login': {
    what: 'No step logs Docker in to `{host}`.',
    why: 'Credentials of AWS alone do not open the registry to Docker.',
    fix: 'Add a login step before the push.',
  },
  'workflow/login-elsewhere': {
    what: 'This logs in to another registry than `{host}`.',
    why: 'A login counts for one host.',
    fix: 'Compare account and region.',
  },
  'workflow/no-docker-login-action': {
    what: 'No step logs in with `docker/login-action`.',
    fix: 'Use it for the third of the four steps.',
  },
  'workflow/pushed-elsewhere': {
    what: 'The push goes to another repository than `{repository}` of the exercise.',
    fix: 'Compare host, account, region and repository of the tag.',
  },
  'workflow/built-but-not-pushed': {
    what: 'The image is built, but not pushed.',
    why: 'Without an order to push, the result stays on the machine, and the run is green.',
    fix: 'Tell the build to push.',
  },
  'workflow/nothing-pushed': {
    what: 'Nothing is pushed to `{repository}`.',
    fix: 'Add the step that builds and pushes the image.',
  },
  'workflow/never-happened': { what: '`{operation}` never happens in this run.' },
  'workflow/platform-meant': { what: '`{platform}` may be meant as `{meant}`.' },
  'workflow/flag-meant': { what: '`{flag}` may be meant as `{meant}`.' },
  'workflow/output-dropped': {
    what: 'The output `{output}` holds a secret, so GitHub hands on an empty text.',
    why: 'A job output that contains a masked value is dropped; the account id can be one.',
    fix: 'Let the job that needs it work it out anew.',
  },
  'workflow/no-emulation': {
    what: 'Nothing on this machine emulates {platform}.',
    why: 'BuildKit brings emulators of its own for the common cases; documentation sets up QEMU first.',
    fix: 'Set up QEMU before the build, or build on a machine of that platform.',
  },
} as const satisfies Catalog;
