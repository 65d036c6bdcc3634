import type { Catalog } from '../catalog.ts';

/** Why a step of the simulated run fails. */
export const workflowFailures = {
  'workflow/checkout-repository-invalid': {
    what: '`{repository}` names no repository.',
    why: 'The action expects owner, slash, name.',
  },
  'workflow/boolean-input': {
    what: '`{value}` is no boolean for the input `{input}`.',
    why: 'The action knows true and false in three spellings; `yes` and `on` are texts in YAML 1.2.',
    fix: 'Write `true` or `false`.',
  },
  'workflow/aws-region-missing': { what: 'The action is not told a region.', fix: 'Give it `aws-region`.' },
  'workflow/aws-region-invalid': {
    what: '`{region}` cannot be a region.',
    why: 'Regions are lower-case letters, digits and hyphens.',
  },
  'workflow/session-name-invalid': {
    what: '`{name}` cannot be a role session name ({length} characters).',
    why: 'It has 2 to 64 letters, digits or `+=,.@-_`.',
  },
  'workflow/secret-key-missing': { what: 'An access key id is given without its secret key.' },
  'workflow/no-oidc-token': {
    what: 'The job may not ask GitHub for an OIDC token, so the role cannot be assumed.',
    why: 'A token is only given with `id-token: write`; a block of permissions sets everything that it does not name to none, and a block of the job replaces that of the workflow.',
    fix: 'Grant the permission where this job gets its permissions from.',
  },
  'workflow/no-aws-credentials': {
    what: 'The action has neither a role nor keys.',
    fix: 'Name the role that it shall assume.',
  },
  'workflow/artifact-name-taken': {
    what: 'The run has an artifact `{name}` already.',
    why: 'A name is given once in a run; the combinations of a matrix share the run.',
    fix: 'Put a value of the matrix into the name.',
  },
  'workflow/token-file-missing': {
    what: 'No step writes the token file `{file}`.',
    why: 'Where a token file is named, the action reads it in place of the token of the run.',
    fix: 'Leave this input out to use the token of the run.',
  },
  'workflow/role-is-no-arn': {
    what: '`{role}` is only the name of a role.',
    why: 'Without an account the action cannot make an ARN of it.',
    fix: 'Give the whole ARN.',
  },
  'workflow/arn-is-no-role': {
    what: '`{role}` is not the ARN of a role.',
    fix: 'Compare it with the role of the exercise.',
  },
  'workflow/account-not-allowed': { what: 'The role is in account {account}, and only {allowed} may be used.' },
  'workflow/role-not-trusted': {
    what: 'AWS refuses to let this run assume `{role}`.',
    why: 'The role does not exist, or its trust policy does not let in the subject `{subject}`.',
    fix: 'Compare the ARN, the audience and the environment of the job.',
  },
  'workflow/registry-type-invalid': { what: '`{type}` is no registry type.', why: 'There are private and public.' },
  'workflow/account-id-malformed': {
    what: '`{account}` is no account id.',
    why: 'An account id has twelve digits; a leading zero is lost unless it stands in quotes.',
  },
  'workflow/ecr-region-missing': {
    what: 'The login does not know the region.',
    why: 'It reads it from the environment, where the step for credentials puts it.',
  },
  'workflow/ecr-login-without-credentials': {
    what: 'There are no credentials of AWS at this point of the job.',
    why: 'A login to ECR asks AWS for a token, and credentials last only from the step that gets them to the end of its job.',
    fix: 'Get the credentials in an earlier step of the same job.',
  },
  'workflow/ecr-token-denied': {
    what: 'AWS gives no login token for `{host}`.',
    why: 'The role needs ecr:GetAuthorizationToken, which has no resource but `*`.',
  },
  'workflow/login-without-password': {
    what: 'The login to `{registry}` needs a user and a password.',
    why: 'Only a host that looks like ECR gets its token from AWS; without `registry`, or with a scheme in front, it does not.',
    fix: 'Give the bare host of the registry.',
  },
  'workflow/session-token-lost': {
    what: 'This login loses the session token.',
    why: 'Temporary credentials have three parts, and user and password carry two of them.',
    fix: 'Leave user and password out: the action finds the credentials in the environment.',
  },
  'workflow/docker-hub-denied': {
    what: '`{image}` names no host, so it goes to Docker Hub.',
    fix: 'Put the host of the registry in front.',
  },
  'workflow/push-unauthorized': {
    what: 'Docker is not logged in to `{host}`.',
    why: 'A login counts for one host and one job.',
    fix: 'Log in to this host before `{image}` is pushed.',
  },
  'workflow/no-basic-auth': {
    what: 'Docker is not logged in to `{host}`.',
    why: 'A login counts for one host and one job.',
    fix: 'Log in to this host before `{image}` is pushed.',
  },
  'workflow/push-other-account': {
    what: '`{image}` belongs to account {account}, not to that of the role.',
    fix: 'Compare the account ids.',
  },
  'workflow/repository-not-found': {
    what: 'There is no repository `{repository}` in this registry of account {account}.',
    fix: 'Compare the repository and the region with the exercise.',
  },
  'workflow/push-forbidden': {
    what: 'The registry `{host}` refuses the push of `{image}`.',
    why: 'The login proves who you are; each call is checked against the policy.',
  },
  'workflow/no-files-to-build': {
    what: 'The build reads `{context}` on a machine that has no files yet.',
    why: 'A path as context means files on the machine, and each job begins with an empty one.',
    fix: 'Check out the repository earlier in this job.',
  },
  'workflow/upper-case-name': {
    what: '`{tag}` has capitals in the name of its repository.',
    why: 'Repository names are lower case.',
  },
  'workflow/invalid-tag': {
    what: '`{tag}` is no image reference.',
    why: 'A part of it is empty or has a character that may not be there; a value that does not exist is an empty text.',
    fix: 'Check what each expression in it stands for.',
  },
  'workflow/push-without-tag': {
    what: 'The build shall push, but has no tag.',
    fix: 'Give it a tag with host, repository and version.',
  },
  'workflow/multi-platform-docker-driver': {
    what: 'The default builder cannot build for several platforms.',
    why: 'It uses the docker driver, and its image store keeps one platform.',
    fix: 'Set up Buildx first.',
  },
  'workflow/load-multi-platform': {
    what: 'An image of several platforms cannot be loaded into Docker.',
    fix: 'Push it instead.',
  },
  'workflow/cache-docker-driver': { what: 'The default builder cannot export its cache.', fix: 'Set up Buildx first.' },
  'workflow/attestation-docker-driver': {
    what: 'The default builder makes no attestations.',
    fix: 'Set up Buildx first.',
  },
  'workflow/unknown-platform': {
    what: 'No base image serves `{platform}`.',
    why: 'A platform is written as system and architecture: linux/arm64.',
  },
  'workflow/exec-format-error': {
    what: 'The default builder cannot run programs of {platform}.',
    why: 'The machine has another processor, and nothing emulates it.',
    fix: 'Set up QEMU, or use a runner of that platform.',
  },
  'workflow/metadata-images-missing': {
    what: 'The action is told no image name.',
    why: 'Its tags are then bare, and Docker takes a bare name for an image of Docker Hub.',
    fix: 'Give it `images`.',
  },
  'workflow/metadata-tag-rule': {
    what: 'The action cannot read the tag rule `{rule}`.',
    why: 'It knows the types schedule, semver, pep440, match, edge, ref, raw and sha, and some of them need an attribute.',
  },
  'workflow/github-file-delimiter': { what: 'The delimiter `{delimiter}` of a multi-line value never comes.' },
  'workflow/github-file-format': {
    what: 'The runner cannot read the line `{line}`.',
    why: 'It expects name, equals sign, value.',
  },
  'workflow/exit-code': {
    what: 'A command of this script fails with exit code {code}.',
    why: 'What a step sets in its shell ends with the step; only what it writes to GITHUB_ENV lasts.',
  },
  'workflow/aws-get-login-gone': { what: '`aws ecr get-login` no longer exists.', fix: 'Use `get-login-password`.' },
  'workflow/aws-cli-region-missing': {
    what: 'The AWS CLI is not told a region.',
    fix: 'Give it `--region`, or set AWS_REGION.',
  },
  'workflow/aws-cli-without-credentials': {
    what: 'The AWS CLI finds no credentials at this point of the job.',
    fix: 'Get the credentials in an earlier step of the same job.',
  },
  'workflow/login-without-input': { what: 'The login to `{host}` gets no password.', fix: 'Pipe one into it.' },
  'workflow/ecr-user-is-aws': {
    what: 'ECR does not know the user `{username}`.',
    why: 'The token belongs to the user AWS.',
  },
  'workflow/token-of-other-region': {
    what: 'The token is for {region}, and `{host}` is in another region.',
    fix: 'Use the same region for both.',
  },
  'workflow/image-not-local': {
    what: 'There is no image `{image}` on this machine.',
    why: 'An image has to be built and tagged under this very name, in this job, and be loaded into Docker.',
  },
  'workflow/merge-source-missing': {
    what: '`{source}` is not in the registry when it is merged.',
    why: 'Digests of other jobs arrive by artifact, and only from jobs that this one needs.',
    fix: 'Check `needs`, the artifacts, and the names of the sources.',
  },
  'workflow/merge-without-sources': { what: 'The merge is told no source.' },
  'workflow/unknown-flag': { what: 'The command does not know `{flag}`.' },
  'workflow/build-without-context': {
    what: 'The build is told no context, or more than one.',
    why: 'What is neither an option nor the value of one is taken for the context.',
    fix: 'End the command with one path: a dot is this folder.',
  },
  'workflow/builder-missing': { what: 'There is no builder `{name}`.' },
  'workflow/expression-fails': { what: 'An expression of this step cannot be worked out: {reason}' },
  'workflow/unknown-version': { what: '`{action}` has no version `{version}`.' },
  'workflow/short-sha': {
    what: '`{ref}` is a shortened commit of `{action}`.',
    why: 'GitHub resolves only full commit SHAs.',
  },
  'workflow/action-not-found': { what: 'There is no action `{action}`.' },
  'workflow/workflow-as-step': {
    what: '`{uses}` is a workflow, and a step can only use an action.',
    fix: 'Call it from a job of its own.',
  },
  'workflow/local-action-missing': {
    what: '`{uses}` is not on the machine yet.',
    fix: 'Check out the repository in an earlier step.',
  },
  'workflow/no-runner': {
    what: 'No runner of GitHub has the label `{label}`, so the job never starts.',
    why: 'It waits in the queue for a runner of your own with that label, until GitHub cancels it.',
    fix: 'Use the label of a hosted runner.',
  },
  'workflow/runner-without-docker': {
    what: 'A runner `{label}` cannot build Linux images.',
    fix: 'Use an Ubuntu runner.',
  },
  'workflow/matrix-empty': { what: 'The matrix vector `{name}` has no values.' },
  'workflow/run-too-long': {
    what: 'The run is longer than the workshop plays: {limit} commands and actions.',
    why: 'What comes after them is not known, so nothing is said of it.',
    fix: 'Look for a loop or a matrix that runs the same commands over and over.',
  },
  'workflow/matrix-too-large': { what: 'The matrix has more than {limit} combinations.' },
} as const satisfies Catalog;
