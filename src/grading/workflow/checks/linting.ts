import { type Check, showRules } from '../../core/rule.ts';
import { rules } from '../rules/index.ts';
import { changed, withStep } from './example.ts';

const twoJobs = (output: string): string => `on: push
jobs:
  tag:
    runs-on: ubuntu-24.04
    outputs:
      value: \${{ steps.make.outputs.value }}
    steps:
      - id: make
        run: echo "value=1" >> "$GITHUB_OUTPUT"
  use:
    needs: tag
    runs-on: ubuntu-24.04
    steps:
      - run: echo "$VALUE"
        env:
          VALUE: \${{ needs.tag.outputs.${output} }}
`;

const withEnv = (name: string): string => `on: push
env:
  REPOSITORY: workshop-app
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - run: echo "\${{ env.${name} }}"
`;

const withMatrix = (key: string): string => `on: push
jobs:
  a:
    strategy:
      matrix:
        platform: [linux/amd64, linux/arm64]
    runs-on: ubuntu-24.04
    steps:
      - run: echo "\${{ matrix.${key} }}"
`;

const withInput = (name: string): string => `on:
  workflow_dispatch:
    inputs:
      tag: { type: string }
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - run: echo "$TAG"
        env:
          TAG: \${{ inputs.${name} }}
`;

/** Checks of what shows without a run. */
export const lintingChecks: readonly Check[] = showRules(rules, {
  'workflow/unknown-step-reference': changed('steps.login.outputs', 'steps.ecr.outputs', 'steps.LOGIN.outputs'),
  'workflow/unknown-output': changed('outputs.registry', 'outputs.registery'),
  'workflow/unknown-need-reference': {
    fails: twoJobs('value').replace('    needs: tag\n', ''),
    passes: twoJobs('value'),
  },
  'workflow/unknown-job-output': { fails: twoJobs('valeu'), passes: twoJobs('value') },
  'workflow/unknown-property': changed('github.sha', 'github.commit_sha', 'github.workflow_sha'),
  'workflow/unknown-env': {
    fails: withEnv('repository'),
    passes: withEnv('REPOSITORY'),
  },
  'workflow/unknown-matrix-key': { fails: withMatrix('platfrom'), passes: withMatrix('platform') },
  'workflow/no-inputs': { fails: withInput('version'), passes: withInput('tag') },
  'workflow/not-an-expression': changed('${{ github.sha }}', '${ github.sha }'),
  'workflow/shell-variable-in-input': withStep(
    '- uses: actions/checkout@v7\n  with:\n    ref: $GITHUB_SHA',
    '- run: git checkout $GITHUB_SHA',
  ),
  'workflow/text-outside-condition': withStep(
    "- run: echo main\n  if: ${{ github.ref_name == 'main' }} == true",
    "- run: echo main\n  if: ${{ github.ref_name == 'main' }}",
  ),
  'workflow/number-changes': changed(
    'permissions:',
    'env:\n  VERSION: 1.10\npermissions:',
    "env:\n  VERSION: '1.10'\npermissions:",
  ),
  'workflow/unexpected-input': changed('platforms:', 'platform:'),
  'workflow/region-only-in-environment': changed(
    '          aws-region: ap-northeast-1\n',
    '        env:\n          AWS_REGION: ap-northeast-1\n',
    '          aws-region: ap-northeast-1\n        env:\n          AWS_REGION: ap-northeast-1\n',
  ),
  'workflow/outdated-action': changed('actions/checkout@v7', 'actions/checkout@v4', 'actions/checkout@v6'),
  'workflow/branch-as-version': changed(
    'docker/build-push-action@v7',
    'docker/build-push-action@master',
    'docker/build-push-action@v7.0.0',
  ),
  'workflow/newer-version': changed('actions/checkout@v7', 'actions/checkout@v9'),
  'workflow/unknown-action': changed('actions/checkout@v7', 'octo-org/checkout@v1'),
  'workflow/action-meant': changed('docker/build-push-action@v7', 'docker/build-push-actoin@v7'),
  'workflow/pin-to-sha': {
    fails: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v7\n',
    passes:
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@8f3c1a6d2b9e4705c1d8f6a3b2e49c7d5a0f1e63\n',
  },
  'workflow/unknown-label': changed('ubuntu-24.04', 'ubuntu-lastest'),
  'workflow/write-all': changed('permissions:\n  contents: read', 'permissions: write-all', 'permissions: read-all'),
  'workflow/unneeded-scope': changed(
    '      id-token: write',
    '      id-token: write\n      issues: write',
    '      id-token: write\n      issues: read',
  ),
  'workflow/scope-for-all-jobs': {
    fails:
      'on: push\npermissions:\n  issues: write\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: octo-org/label@v1\n  b:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo b\n',
    passes:
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    permissions:\n      issues: write\n    steps:\n      - uses: octo-org/label@v1\n  b:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo b\n',
  },
  'workflow/contents-not-readable': changed('      contents: read\n      id-token: write', '      id-token: write'),
  'workflow/untrusted-text-in-script': withStep(
    '- run: echo "${{ github.event.head_commit.message }}"',
    '- run: echo "$MESSAGE"\n  env:\n    MESSAGE: ${{ github.event.head_commit.message }}',
  ),
  'workflow/foreign-code': {
    fails:
      'on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v7\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}\n',
    passes:
      'on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v7\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}\n',
  },
  'workflow/access-key-in-file': changed(
    'permissions:',
    `env:\n  KEY: ${'AKIA'}ABCDEFGHIJKLMNOP\npermissions:`,
    'env:\n  KEY: AKIA-is-how-they-begin\npermissions:',
  ),
  'workflow/long-lived-keys': changed(
    'role-to-assume: arn:aws:iam::111122223333:role/github-actions-ecr-push',
    'aws-access-key-id: ${{ secrets.KEY_ID }}\n          aws-secret-access-key: ${{ secrets.KEY }}',
  ),
  'workflow/secret-in-script': withStep(
    '- run: echo "${{ secrets.TOKEN }}"',
    '- run: echo "$TOKEN"\n  env:\n    TOKEN: ${{ secrets.TOKEN }}',
  ),
  'workflow/secret-in-build-argument': changed(
    '          push: true',
    '          push: true\n          build-args: TOKEN=${{ secrets.TOKEN }}',
    '          push: true\n          secrets: TOKEN=${{ secrets.TOKEN }}',
  ),
  'workflow/secret-in-wide-env': changed(
    'permissions:',
    'env:\n  TOKEN: ${{ secrets.TOKEN }}\npermissions:',
    'env:\n  TOKEN: ${{ vars.TOKEN }}\npermissions:',
  ),
  'workflow/secrets-inherit': {
    fails: 'on: push\njobs:\n  a:\n    uses: octo-org/flows/.github/workflows/a.yml@v1\n    secrets: inherit\n',
    passes: 'on: push\njobs:\n  a:\n    uses: ./.github/workflows/a.yml\n    secrets: inherit\n',
  },
  'workflow/secret-not-passed': {
    fails: 'on: push\njobs:\n  a:\n    uses: ./.github/workflows/a.yml\n',
    passes: 'on: push\njobs:\n  a:\n    uses: ./.github/workflows/a.yml\n    secrets: inherit\n',
    beside: {
      'a.yml':
        'on: workflow_call\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ./deploy\n        env:\n          KEY: ${{ secrets.KEY }}\n',
    },
  },
  'workflow/password-not-masked': changed(
    'amazon-ecr-login@v2',
    "amazon-ecr-login@v2\n        with:\n          mask-password: 'false'",
    "amazon-ecr-login@v2\n        with:\n          mask-password: 'true'",
  ),
  'workflow/deprecated-command': withStep(
    '- run: echo "::set-output name=a::b"',
    '- run: echo "a=b" >> "$GITHUB_OUTPUT"',
  ),
  'workflow/refused-command': withStep('- run: echo "::set-env name=A::b"', '- run: echo "A=b" >> "$GITHUB_ENV"'),
  'workflow/unsecure-commands': changed(
    'permissions:',
    "env:\n  ACTIONS_ALLOW_UNSECURE_COMMANDS: 'true'\npermissions:",
    "env:\n  ALLOW_COMMANDS: 'true'\npermissions:",
  ),
  'workflow/no-timeout': changed('    timeout-minutes: 20\n', ''),
  'workflow/moving-tag': changed(
    'workshop-app:${{ github.sha }}',
    'workshop-app:latest',
    'workshop-app:latest-${{ github.sha }}',
  ),
  'workflow/environment-changes-subject': changed(
    '    timeout-minutes: 20',
    '    timeout-minutes: 20\n    environment: production',
    '    timeout-minutes: 20\n    concurrency: production',
  ),
  'workflow/unknown-file': changed(
    '          context: .',
    '          context: .\n          file: docker/Dockerfile',
    '          context: .\n          file: ./Dockerfile',
  ),
});
