import type { Catalog } from '../catalog.ts';

/** What a run survives and a reviewer would still remark on. */
export const workflowAdvice = {
  'workflow/unknown-step-reference': {
    what: 'No earlier step of this job has the id `{id}`, so `{path}` is empty.',
    why: 'Outputs are seen by later steps of the same job only; what does not exist is an empty text, without an error.',
  },
  'workflow/unknown-output': {
    what: '`{action}` has no output `{output}`, so the value is empty.',
    why: 'What does not exist is an empty text, without an error.',
  },
  'workflow/unknown-need-reference': {
    what: 'This job does not need `{id}`, so `{path}` is empty.',
    why: 'Only jobs listed in `needs` can be read.',
  },
  'workflow/unknown-job-output': { what: 'The job `{id}` has no output `{output}`, so the value is empty.' },
  'workflow/unknown-property': { what: '`{path}` does not exist, so the value is empty.' },
  'workflow/unknown-env': {
    what: 'Nothing sets `env.{name}` before this, so the value is empty.',
    why: 'Names of variables are compared letter by letter.',
  },
  'workflow/unknown-matrix-key': { what: 'The matrix has no `{name}`, so the value is empty.' },
  'workflow/no-inputs': {
    what: 'This workflow declares no input `{name}`, so the value is empty.',
    why: 'Inputs exist only when a workflow is called or started by hand.',
  },
  'workflow/not-an-expression': {
    what: '`{text}` is not an expression.',
    why: 'An expression stands between `$` with two braces, and two braces; anything else is handed on as text.',
  },
  'workflow/shell-variable-in-input': {
    what: '`{text}` is not replaced here.',
    why: 'No shell reads the inputs of an action.',
    fix: 'Read the variable with an expression from the `env` context.',
  },
  'workflow/text-outside-condition': {
    what: 'This condition is always true.',
    why: 'Text around the expression makes it a text, and a text that is not empty is true.',
    fix: 'Put the whole condition between the braces, or leave them out.',
  },
  'workflow/number-changes': {
    what: '`{written}` is a number and is handed on as `{printed}`.',
    fix: 'Put it in quotes to keep every digit.',
  },
  'workflow/unexpected-input': {
    what: '`{action}` has no input `{input}`.',
    why: 'The runner warns and goes on without it.',
  },
  'workflow/region-only-in-environment': {
    what: '`aws-region` is not given, and the action takes AWS_REGION from the environment.',
    why: 'Its documentation calls the input required.',
  },
  'workflow/outdated-action': {
    what: '`{action}@{version}` was made for {node}.',
    why: 'The runner forces it to a newer Node.js and warns.',
    fix: 'Use a current version: v{newest}.',
  },
  'workflow/branch-as-version': {
    what: '`{ref}` is a branch of `{action}`, which changes at any time.',
    fix: 'Use a version, or a full commit SHA.',
  },
  'workflow/newer-version': {
    what: '`{action}@{version}` is newer than what is known here; its inputs are not checked.',
  },
  'workflow/unknown-action': { what: 'What `{action}` does is not known here; it is taken to succeed.' },
  'workflow/action-meant': { what: '`{action}` may be meant as `{meant}`.' },
  'workflow/pin-to-sha': {
    what: 'A version that can be moved: `{action}`.',
    why: 'Whoever owns the repository of an action can move its tags and branches; a full commit SHA stays what it is.',
  },
  'workflow/unknown-label': {
    what: 'No hosted runner has the label `{label}`.',
    why: 'A job with it waits until a runner of your own takes it.',
  },
  'workflow/write-all': {
    what: '`write-all` gives the token every permission.',
    fix: 'Name the scopes that the job needs.',
  },
  'workflow/unneeded-scope': {
    what: 'No step of this job needs `{scope}: write`.',
    why: 'A token that leaks can do what it may.',
    fix: 'Leave it out.',
  },
  'workflow/scope-for-all-jobs': {
    what: '`{scope}: write` is given to every job.',
    why: 'A block in the job that needs it gives it to that job alone.',
  },
  'workflow/contents-not-readable': {
    what: 'The job may not read the repository, and checks it out.',
    why: 'A block of permissions sets what it does not name to none; a public repository can be read all the same, a private one cannot.',
    fix: 'Add `contents: read`.',
  },
  'workflow/untrusted-text-in-script': {
    what: '`{path}` is text that anyone can write, and here it becomes part of a script.',
    why: 'The expression is put in before the shell reads the script, so its text can be a command.',
    fix: 'Hand it over as an environment variable, and quote the variable.',
  },
  'workflow/foreign-code': {
    what: 'This checks out code from a pull request in a run that has the rights of the base repository.',
    why: '`{event}` runs with secrets and a token that may write.',
    fix: 'Use `pull_request`, or do not check out the head.',
  },
  'workflow/access-key-in-file': {
    what: 'An AWS access key stands in the file.',
    why: 'Everyone who can read the repository can use it.',
    fix: 'Revoke the key, and assume a role.',
  },
  'workflow/long-lived-keys': {
    what: 'This step uses long-lived keys.',
    why: 'A role that is assumed with the token of the run leaves no key to leak.',
  },
  'workflow/secret-in-script': {
    what: 'The secret `{name}` is written into the script.',
    why: 'It can end up in the list of running programs, and a quote in it breaks the script.',
    fix: 'Hand it over as an environment variable of the step.',
  },
  'workflow/secret-in-build-argument': {
    what: 'The secret `{name}` is handed over as a build argument.',
    why: 'Build arguments stay readable in the history of the image.',
    fix: 'Use a build secret.',
  },
  'workflow/secret-in-wide-env': {
    what: 'The secret `{name}` is in the environment of every step.',
    fix: 'Give it only to the step that needs it.',
  },
  'workflow/secrets-inherit': { what: 'All secrets are handed to `{uses}`, a workflow of another repository.' },
  'workflow/password-not-masked': { what: 'The password of the registry is not masked in the log.' },
  'workflow/password-on-command-line': {
    what: 'The password stands on the command line.',
    why: 'Docker says: WARNING! Using --password via the CLI is insecure. Use --password-stdin.',
    fix: 'Pipe it into `--password-stdin`.',
  },
  'workflow/deprecated-command': {
    what: 'The command `{command}` is deprecated.',
    why: 'GitHub replaced it with files: GITHUB_OUTPUT and GITHUB_STATE.',
  },
  'workflow/refused-command': {
    what: 'The runner refuses the command `{command}`.',
    why: 'It let any printed text set variables.',
    fix: 'Write to GITHUB_ENV or GITHUB_PATH.',
  },
  'workflow/unsecure-commands': { what: 'ACTIONS_ALLOW_UNSECURE_COMMANDS lets any printed text set variables.' },
  'workflow/no-timeout': { what: 'The job has no `timeout-minutes`; it may run for 360.' },
  'workflow/moving-tag': {
    what: 'The image only gets the tag `{tag}`, which moves with every push.',
    fix: 'Add a tag that names the commit.',
  },
  'workflow/environment-changes-subject': {
    what: 'With an environment, the token names `{environment}` instead of the branch.',
    why: 'A trust policy written for the branch does not let it in.',
  },
  'workflow/assumed-value': { what: '`{name}` is not in the file; it is taken to hold what the exercise says.' },
  'workflow/unknown-file': { what: 'Whether `{path}` exists is not known here; it is taken that it does.' },
} as const satisfies Catalog;
