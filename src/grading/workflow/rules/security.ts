import type { Rule } from '../../core/rule.ts';
import { factsOf, readReference } from '../actions/metadata.ts';
import { found } from '../diagnostic.ts';
import { inputOf, type Step, type WorkflowDocument } from '../document.ts';
import { changed, withStep } from '../example.ts';
import { readingsIn } from '../expressions-in.ts';
import { sources } from '../facts/sources.ts';
import { childOf, scalarOf } from '../yaml/tree.ts';

/** Parts of an event that whoever opens an issue, writes a comment or pushes a commit may fill as they like. */
const untrusted = [
  /^github\.head_ref$/,
  /^github\.event\.(issue|pull_request|comment|review|review_comment|discussion)\.(title|body)$/,
  /^github\.event\.pull_request\.head\.(ref|label)$/,
  /^github\.event\.pull_request\.head\.repo\.default_branch$/,
  /^github\.event\.pages\..*\.page_name$/,
  /^github\.event\.(head_commit|commits\..*)\.(message|author\.name|author\.email)$/,
  /^github\.event\.commits\.\*\.(message|author\.name|author\.email)$/,
];

/** Text of strangers that becomes part of a script. */
export const untrustedTextInScript: Rule<WorkflowDocument> = {
  code: 'workflow/untrusted-text-in-script',
  severity: 'error',
  source: sources.injection,
  example: withStep(
    '- run: echo "${{ github.event.head_commit.message }}"',
    '- run: echo "$MESSAGE"\n  env:\n    MESSAGE: ${{ github.event.head_commit.message }}',
  ),
  check: (document) =>
    readingsIn(document).flatMap(({ path, range, place, step, key }) => {
      const isScript =
        place === 'script' || (place === 'input' && key === 'script' && /github-script@/.test(step?.uses?.text ?? ''));
      const name = path.join('.').toLowerCase();
      if (!isScript || !untrusted.some((pattern) => pattern.test(name))) return [];
      return [found('error', 'workflow/untrusted-text-in-script', { path: name }, range, sources.injection)];
    }),
};

/** Code of a pull request checked out with the rights of the base repository. */
export const foreignCode: Rule<WorkflowDocument> = {
  code: 'workflow/foreign-code',
  severity: 'error',
  source: sources.secureUse,
  example: {
    fails:
      'on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v7\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}\n',
    passes:
      'on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v7\n',
  },
  check: (document) => {
    const event = document.triggers
      .map(({ event: { text } }) => text)
      .find((text) => text === 'pull_request_target' || text === 'workflow_run');
    if (event === undefined) return [];
    return document.jobs
      .flatMap(({ steps }) => steps)
      .filter((step) => readReference(step.uses?.text ?? '').name === 'actions/checkout')
      .flatMap((step) => [inputOf(step, 'ref'), inputOf(step, 'repository')])
      .filter((entry) => entry !== undefined)
      .filter(({ value }) =>
        /pull_request\.head|head_ref|refs\/pull\/|workflow_run\.head/.test(scalarOf(value)?.text ?? ''),
      )
      .map(({ range }) => found('error', 'workflow/foreign-code', { event }, range, sources.secureUse));
  },
};

/** An access key in the open. */
export const accessKeyInFile: Rule<WorkflowDocument> = {
  code: 'workflow/access-key-in-file',
  severity: 'error',
  source: sources.configureAws,
  example: changed(
    'permissions:',
    `env:\n  KEY: ${'AKIA'}ABCDEFGHIJKLMNOP\npermissions:`,
    'env:\n  KEY: AKIA-is-how-they-begin\npermissions:',
  ),
  check: ({ text, file }) =>
    Array.from(text.matchAll(/(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/g), ({ index, 0: key }) =>
      found(
        'error',
        'workflow/access-key-in-file',
        {},
        { file, start: index, end: index + key.length },
        sources.configureAws,
      ),
    ),
};

/** Keys that last, where a role would do. */
export const longLivedKeys: Rule<WorkflowDocument> = {
  code: 'workflow/long-lived-keys',
  severity: 'warning',
  source: sources.oidc,
  example: changed(
    'role-to-assume: arn:aws:iam::111122223333:role/github-actions-ecr-push',
    'aws-access-key-id: ${{ secrets.KEY_ID }}\n          aws-secret-access-key: ${{ secrets.KEY }}',
  ),
  check: ({ jobs }) =>
    jobs
      .flatMap(({ steps }) => steps)
      .flatMap((step) => {
        const { name } = readReference(step.uses?.text ?? '');
        const key =
          name === 'aws-actions/configure-aws-credentials'
            ? inputOf(step, 'aws-access-key-id')
            : name === 'docker/login-action' && isEcrLogin(step)
              ? inputOf(step, 'username')
              : undefined;
        const isKey = key !== undefined && /secrets\./.test(scalarOf(key.value)?.text ?? '');
        return isKey ? [found('warning', 'workflow/long-lived-keys', {}, key.range, sources.oidc)] : [];
      }),
};

function isEcrLogin(step: Step): boolean {
  return /\.dkr\.ecr\./.test(scalarOf(inputOf(step, 'registry')?.value)?.text ?? '');
}

/** A secret that becomes part of a script. */
export const secretInScript: Rule<WorkflowDocument> = {
  code: 'workflow/secret-in-script',
  severity: 'warning',
  source: sources.secureUse,
  example: withStep(
    '- run: echo "${{ secrets.TOKEN }}"',
    '- run: echo "$TOKEN"\n  env:\n    TOKEN: ${{ secrets.TOKEN }}',
  ),
  check: (document) =>
    readingsIn(document)
      .filter(({ path, place }) => path[0]?.toLowerCase() === 'secrets' && place === 'script')
      .map(({ path, range }) =>
        found('warning', 'workflow/secret-in-script', { name: path[1] ?? '' }, range, sources.secureUse),
      ),
};

/** A secret that stays in the image's history. */
export const secretInBuildArgument: Rule<WorkflowDocument> = {
  code: 'workflow/secret-in-build-argument',
  severity: 'warning',
  source: sources.buildSecrets,
  example: changed(
    '          push: true',
    '          push: true\n          build-args: TOKEN=${{ secrets.TOKEN }}',
    '          push: true\n          secrets: TOKEN=${{ secrets.TOKEN }}',
  ),
  check: (document) =>
    readingsIn(document)
      .filter(
        ({ path, place, key }) =>
          path[0]?.toLowerCase() === 'secrets' && place === 'input' && key.toLowerCase() === 'build-args',
      )
      .map(({ path, range }) =>
        found('warning', 'workflow/secret-in-build-argument', { name: path[1] ?? '' }, range, sources.buildSecrets),
      ),
};

/** A secret that every step can read. */
export const secretInWideEnv: Rule<WorkflowDocument> = {
  code: 'workflow/secret-in-wide-env',
  severity: 'warning',
  source: sources.secureUse,
  example: changed(
    'permissions:',
    'env:\n  TOKEN: ${{ secrets.TOKEN }}\npermissions:',
    'env:\n  TOKEN: ${{ vars.TOKEN }}\npermissions:',
  ),
  check: (document) =>
    readingsIn(document)
      .filter(({ path, place, step }) => path[0]?.toLowerCase() === 'secrets' && place === 'env' && step === null)
      .map(({ path, range }) =>
        found('warning', 'workflow/secret-in-wide-env', { name: path[1] ?? '' }, range, sources.secureUse),
      ),
};

/** All secrets for a workflow of somebody else. */
export const secretsInherit: Rule<WorkflowDocument> = {
  code: 'workflow/secrets-inherit',
  severity: 'warning',
  source: sources.reusable,
  example: {
    fails: 'on: push\njobs:\n  a:\n    uses: octo-org/flows/.github/workflows/a.yml@v1\n    secrets: inherit\n',
    passes: 'on: push\njobs:\n  a:\n    uses: ./.github/workflows/a.yml\n    secrets: inherit\n',
  },
  check: ({ jobs }) =>
    jobs.flatMap(({ node, uses }) => {
      const secrets = scalarOf(childOf(node, 'secrets'));
      const isForeign = uses !== undefined && !uses.text.startsWith('./');
      return isForeign && secrets?.text === 'inherit'
        ? [found('warning', 'workflow/secrets-inherit', { uses: uses.text }, secrets.range, sources.reusable)]
        : [];
    }),
};

/** A password that the log would show. */
export const passwordNotMasked: Rule<WorkflowDocument> = {
  code: 'workflow/password-not-masked',
  severity: 'warning',
  source: sources.ecrLogin,
  example: changed(
    'amazon-ecr-login@v2',
    "amazon-ecr-login@v2\n        with:\n          mask-password: 'false'",
    "amazon-ecr-login@v2\n        with:\n          mask-password: 'true'",
  ),
  check: ({ jobs }) =>
    jobs
      .flatMap(({ steps }) => steps)
      .flatMap((step) => {
        const { name, major } = readReference(step.uses?.text ?? '');
        if (factsOf(name) === undefined || name !== 'aws-actions/amazon-ecr-login') return [];
        const mask = inputOf(step, 'mask-password');
        const isOff = mask === undefined ? major === 1 : scalarOf(mask.value)?.text.toLowerCase() === 'false';
        return isOff
          ? [found('warning', 'workflow/password-not-masked', {}, mask?.range ?? step.head, sources.ecrLogin)]
          : [];
      }),
};
