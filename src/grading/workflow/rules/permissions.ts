import type { Rule } from '../../core/rule.ts';
import type { Diagnostic } from '../../core/types.ts';
import { factsOf, readReference } from '../actions/metadata.ts';
import { found } from '../diagnostic.ts';
import { inputOf, type Job, type WorkflowDocument } from '../document.ts';
import { changed } from '../example.ts';
import { sources } from '../facts/sources.ts';
import { readsContents, scopesOf } from '../run/permissions.ts';
import { type Entry, entriesOf, scalarOf } from '../yaml/tree.ts';

/** Every permission at once. */
export const writeAll: Rule<WorkflowDocument> = {
  code: 'workflow/write-all',
  severity: 'warning',
  source: sources.token,
  example: changed('permissions:\n  contents: read', 'permissions: write-all'),
  check: (document) =>
    [document.permissions, ...document.jobs.map(({ permissions }) => permissions)]
      .filter((block) => block !== undefined)
      .filter(({ value }) => scalarOf(value)?.text === 'write-all')
      .map(({ value }) => found('warning', 'workflow/write-all', {}, value.range, sources.token)),
};

/** A permission to write that no step can be seen to need. */
export const unneededScope: Rule<WorkflowDocument> = {
  code: 'workflow/unneeded-scope',
  severity: 'warning',
  source: sources.token,
  example: changed('      id-token: write', '      id-token: write\n      issues: write'),
  check: (document) => [
    ...document.jobs.flatMap((job) => unneededIn(job.permissions, [job])),
    ...unneededIn(
      document.permissions,
      document.jobs.filter(({ permissions }) => permissions === undefined),
    ),
  ],
};

function unneededIn(block: Entry | undefined, jobs: readonly Job[]): readonly Diagnostic[] {
  if (block === undefined) return [];
  return entriesOf(block.value)
    .filter(({ value }) => scalarOf(value)?.text === 'write')
    .filter(({ key }) => !jobs.some((job) => mayNeed(job, key.text)))
    .map(({ key, range }) => found('warning', 'workflow/unneeded-scope', { scope: key.text }, range, sources.token));
}

/** A permission for one job that all of them get. */
export const scopeForAllJobs: Rule<WorkflowDocument> = {
  code: 'workflow/scope-for-all-jobs',
  severity: 'info',
  source: sources.token,
  example: {
    fails:
      'on: push\npermissions:\n  issues: write\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: octo-org/label@v1\n  b:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo b\n',
    passes:
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    permissions:\n      issues: write\n    steps:\n      - uses: octo-org/label@v1\n  b:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo b\n',
  },
  check: ({ permissions, jobs }) => {
    const sharing = jobs.filter((job) => job.permissions === undefined);
    if (permissions === undefined || sharing.length < 2) return [];
    return entriesOf(permissions.value)
      .filter(({ value }) => scalarOf(value)?.text === 'write')
      .filter(
        ({ key }) => sharing.some((job) => mayNeed(job, key.text)) && !sharing.every((job) => mayNeed(job, key.text)),
      )
      .map(({ key, range }) => found('info', 'workflow/scope-for-all-jobs', { scope: key.text }, range, sources.token));
  },
};

/** A checkout in a job that may not read the repository. */
export const contentsNotReadable: Rule<WorkflowDocument> = {
  code: 'workflow/contents-not-readable',
  severity: 'warning',
  source: sources.token,
  example: changed('      contents: read\n      id-token: write', '      id-token: write'),
  check: (document) =>
    document.jobs.flatMap((job) => {
      if (readsContents(scopesOf(job.permissions, document.permissions))) return [];
      return job.steps
        .filter((step) => readReference(step.uses?.text ?? '').name === 'actions/checkout')
        .filter(
          (step) =>
            inputOf(step, 'token') === undefined &&
            inputOf(step, 'ssh-key') === undefined &&
            inputOf(step, 'repository') === undefined,
        )
        .map(({ head }) => {
          const block = job.permissions ?? document.permissions;
          return found('warning', 'workflow/contents-not-readable', {}, block?.range ?? head, sources.token, {
            related: [head],
          });
        });
    }),
};

/** Whether a job may need to write a scope: what cannot be seen through is given the benefit of the doubt. */
function mayNeed({ steps, uses }: Job, scope: string): boolean {
  if (uses !== undefined) return true;
  return steps.some((step) => {
    if (step.run !== undefined) return usesToken(step.run.text, scope);
    const { name } = readReference(step.uses?.text ?? '');
    if (factsOf(name) === undefined)
      return !['actions/upload-artifact', 'actions/download-artifact', 'actions/cache', 'actions/setup-node'].includes(
        name,
      );
    if (scope === 'id-token')
      return (
        name === 'aws-actions/configure-aws-credentials' &&
        inputOf(step, 'role-to-assume') !== undefined &&
        inputOf(step, 'aws-access-key-id') === undefined
      );
    if (scope === 'packages')
      return name === 'docker/login-action' && /ghcr\.io/.test(scalarOf(inputOf(step, 'registry')?.value)?.text ?? '');
    return false;
  });
}

function usesToken(script: string, scope: string): boolean {
  if (scope === 'id-token') return /ACTIONS_ID_TOKEN|cosign|AWS_WEB_IDENTITY/.test(script);
  return /\bgh\s|github\.token|GITHUB_TOKEN|GH_TOKEN|api\.github\.com|git\s+(push|tag)|docker\s|npm\s+publish/.test(
    script,
  );
}
