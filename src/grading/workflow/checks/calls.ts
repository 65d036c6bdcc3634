import type { Check, Example } from '../../core/rule.ts';
import { sourceOf } from '../facts/failures.ts';
import { sources } from '../facts/sources.ts';
import { check } from './check.ts';

const called = `name: Build
on:
  workflow_call:
    inputs:
      tag: { type: string, required: true }
      push: { type: boolean, default: true }
    secrets:
      ROLE: { required: true }
permissions:
  contents: read
jobs:
  build:
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    permissions:
      contents: read
      id-token: write
    steps:
      - uses: actions/checkout@v7
      - uses: aws-actions/configure-aws-credentials@v6
        with:
          role-to-assume: \${{ secrets.ROLE }}
          aws-region: ap-northeast-1
      - run: echo "$TAG"
        env:
          TAG: \${{ inputs.tag }}
`;

const calling = `name: Push
on:
  push:
    branches: [main]
jobs:
  build:
    permissions:
      contents: read
      id-token: write
    uses: ./.github/workflows/build.yml
    with:
      tag: \${{ github.sha }}
    secrets:
      ROLE: \${{ secrets.ROLE }}
`;

/** An example by one change to a call that passes. */
function changedCall(from: string, to: string): Example {
  return { fails: calling.replace(from, () => to), passes: calling, beside: { 'build.yml': called } };
}

/** Calls of one workflow after the other, each by its own job. */
function callsOf(count: number): string {
  const jobs = Array.from(
    { length: count },
    (_, at) => `  j${at}:\n    uses: octo-org/flows/.github/workflows/w${at}.yml@v1\n`,
  );
  return `on: push\njobs:\n${jobs.join('')}`;
}

/** Checks of jobs that call a workflow in another file. */
export const callChecks: readonly Check[] = [
  check(
    'workflow/malformed-call',
    sources.callReference,
    changedCall('./.github/workflows/build.yml', './.github/workflows/build.yml@v1'),
  ),
  check('workflow/too-many-called', sources.nesting, { fails: callsOf(51), passes: callsOf(50) }),
  check('workflow/calls-too-deep', sources.nesting, {
    fails: 'on: [push, workflow_call]\njobs:\n  again:\n    uses: ./.github/workflows/push.yml\n',
    passes: 'on: [push, workflow_call]\njobs:\n  once:\n    uses: ./.github/workflows/once.yml\n',
    beside: {
      'once.yml': 'on: workflow_call\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo\n',
    },
  }),
  check('workflow/not-callable', sources.reusable, {
    ...changedCall('build.yml', 'test.yml'),
    beside: {
      'build.yml': called,
      'test.yml': 'on: pull_request\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo\n',
    },
  }),
  check('workflow/call-input-missing', sources.calling, changedCall('    with:\n      tag: ${{ github.sha }}\n', '')),
  check('workflow/call-input-unknown', sources.calling, changedCall('      tag:', '      image: app\n      tag:')),
  check('workflow/call-input-type', sourceOf('workflow/call-input-type'), {
    ...changedCall('      tag:', '      push: ${{ github.ref_name }}\n      tag:'),
    passes: calling.replace('      tag:', "      push: ${{ github.ref_name == 'main' }}\n      tag:"),
    exercise: 'workflow-multi-platform',
  }),
  check(
    'workflow/call-secret-missing',
    sources.calling,
    changedCall('    secrets:\n      ROLE: ${{ secrets.ROLE }}\n', ''),
  ),
  check('workflow/call-secret-unknown', sources.calling, changedCall('      ROLE:', '      KEY: a\n      ROLE:')),
  check('workflow/call-permissions', sources.callPermissions, changedCall('      id-token: write\n', '')),
];
