import type { WorkflowExercise } from './grade-case.ts';

/** One change to a good workflow, and what has to come of it. */
export interface Variant {
  readonly id: string;
  readonly base: string;
  readonly edits: readonly (readonly [from: string, to: string])[];
  readonly expect: 'pass' | 'note' | 'warn' | 'fail';
  /** A piece of the changed text whose line has to be touched. */
  readonly at?: string;
  readonly exercise?: WorkflowExercise;
}

const M = 'good-quoted-on';
const C = 'good-cli-get-login-password';
const D = 'good-docker-login';
const T = 'good-talk-four-steps';

function one(id: string, base: string, from: string, to: string, expect: Variant['expect'], at?: string): Variant {
  return { id, base, edits: [[from, to]], expect, ...(at === undefined ? {} : { at }) };
}

const build = '      - name: Build and push\n        id: build';
const tags = '${{ steps.login-ecr.outputs.registry }}/${{ env.ECR_REPOSITORY }}:${{ github.sha }}';
const ecr = '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com';
const cliBuild =
  '          docker build -t "$REGISTRY/$ECR_REPOSITORY:$GITHUB_SHA" .\n          docker push "$REGISTRY/$ECR_REPOSITORY:$GITHUB_SHA"';

export const yamlVariants: readonly Variant[] = [
  one(
    'full-width-space-in-indentation',
    M,
    '    runs-on: ubuntu-latest',
    '　　runs-on: ubuntu-latest',
    'fail',
    '　　runs-on',
  ),
  one('full-width-space-after-colon', M, 'runs-on: ubuntu-latest', 'runs-on:　ubuntu-latest', 'fail', 'runs-on:　'),
  one('no-break-space', M, '    runs-on: ubuntu-latest', '\u00a0   runs-on: ubuntu-latest', 'fail', 'runs-on'),
  one('full-width-colon', M, 'runs-on: ubuntu-latest', 'runs-on： ubuntu-latest', 'fail', 'runs-on：'),
  one('full-width-comma', M, 'branches: [main]', 'branches: [main， dev]', 'fail', 'branches'),
  one('colon-without-space', M, 'runs-on: ubuntu-latest', 'runs-on:ubuntu-latest', 'fail', 'runs-on:ubuntu'),
  one('colon-in-name', M, 'name: Checkout', 'name: Step 1: Checkout', 'fail', 'Step 1'),
  one('at-sign', M, 'name: Checkout', 'name: @checkout', 'fail', '@checkout'),
  one('backtick', M, 'name: Checkout', 'name: `checkout`', 'fail', '`checkout`'),
  one('percent', M, 'name: Checkout', 'name: %checkout', 'fail', '%checkout'),
  one('star-branch', M, 'branches: [main]', 'branches: [*]', 'fail', 'branches: [*]'),
  one('bang-branch', M, 'branches: [main]', 'branches:\n      - main\n      - !dev', 'fail', '!dev'),
  one('ampersand-value', M, 'AWS_REGION: ap-northeast-1', 'AWS_REGION: &region ap-northeast-1', 'warn', '&region'),
  one(
    'braces-without-dollar',
    M,
    'aws-region: ${{ env.AWS_REGION }}',
    'aws-region: {{ env.AWS_REGION }}',
    'fail',
    '{{ env.AWS_REGION',
  ),
  one('hash-before-tag', M, `tags: ${tags}`, `tags: #${tags}`, 'fail', 'tags: #'),
  one('dash-without-space', M, '      - name: Checkout', '      -name: Checkout', 'fail', '-name'),
  one(
    'column-too-far',
    M,
    '        uses: actions/checkout@v6',
    '         uses: actions/checkout@v6',
    'fail',
    'actions/checkout',
  ),
  one('merge-key', M, 'env:\n', 'env:\n  <<: {A: b}\n', 'fail', '<<'),
  one('alias-unknown', M, 'branches: [main]', 'branches: *branches', 'fail', '*branches'),
  one('quote-open', M, 'role-to-assume: arn', "role-to-assume: 'arn", 'fail', "'arn"),
  one('double-quote-open', M, 'name: Checkout', 'name: "Checkout', 'fail', '"Checkout'),
  one(
    'key-twice',
    M,
    'runs-on: ubuntu-latest',
    'runs-on: ubuntu-latest\n    runs-on: ubuntu-24.04',
    'fail',
    'ubuntu-24.04',
  ),
  one(
    'job-key-twice',
    M,
    'permissions:\n  contents: read\nenv',
    'permissions:\n  contents: read\npermissions: {}\nenv',
    'fail',
    'permissions: {}',
  ),
  one('second-document', M, 'jobs:', '---\njobs:', 'fail'),
  one('tag-value', M, 'name: Checkout', 'name: !!str Checkout', 'fail', '!!str'),
  one(
    'version-directive',
    M,
    'name: Build and push to Amazon ECR',
    '%YAML 1.1\n---\nname: Build and push to Amazon ECR',
    'note',
  ),
  one('byte-order-mark', M, 'name: Build and push to Amazon ECR', '\uFEFFname: Build and push to Amazon ECR', 'pass'),
  one('tab-in-block', M, '          context: .', '\t\t\tcontext: .', 'fail', 'context: .'),
  one(
    'long-number',
    M,
    'ECR_REPOSITORY: workshop-app',
    'ECR_REPOSITORY: workshop-app\n  RUN: 12345678901234567890',
    'warn',
    '12345678901234567890',
  ),
  one('exponent', M, 'ECR_REPOSITORY: workshop-app', 'ECR_REPOSITORY: workshop-app\n  TAG: 1e3', 'warn', '1e3'),
  one('curly-quotes-in-tags', M, `tags: ${tags}`, `tags: “${tags}”`, 'fail', 'tags:'),
  one(
    'single-curly-quotes',
    M,
    'aws-region: ${{ env.AWS_REGION }}',
    'aws-region: ‘ap-northeast-1’',
    'fail',
    'aws-region',
  ),
  one('anchors-used', M, 'permissions:\n  contents: read\nenv', 'permissions: &read\n  contents: read\nenv', 'warn'),
  one('comment-after-value', M, 'push: true', 'push: true # to ECR', 'pass'),
];

export const structureVariants: readonly Variant[] = [
  one('runs-on-underscore', M, 'runs-on:', 'runs_on:', 'fail', 'runs_on'),
  one('use', M, 'uses: actions/checkout@v6', 'use: actions/checkout@v6', 'fail', 'use: actions'),
  one('id-token-underscore', M, 'id-token: write', 'id_token: write', 'fail', 'id_token'),
  one('id-token-read', M, 'id-token: write', 'id-token: read', 'fail', 'id-token: read'),
  one(
    'permissions-word',
    M,
    '    permissions:\n      contents: read\n      id-token: write',
    '    permissions: write',
    'fail',
    'permissions: write',
  ),
  one('uses-without-version', M, 'uses: actions/checkout@v6', 'uses: actions/checkout', 'fail', 'actions/checkout'),
  one('uses-and-run', M, 'uses: actions/checkout@v6', 'uses: actions/checkout@v6\n        run: ls', 'fail'),
  one(
    'neither-uses-nor-run',
    M,
    '      - name: Checkout\n        uses: actions/checkout@v6',
    '      - name: Checkout',
    'fail',
    '- name: Checkout',
  ),
  one(
    'env-list-in-job',
    M,
    '    timeout-minutes: 20',
    '    timeout-minutes: 20\n    env:\n      - A=b',
    'fail',
    '- A=b',
  ),
  one('needs-nowhere', M, '    timeout-minutes: 20', '    timeout-minutes: 20\n    needs: tset', 'fail', 'needs: tset'),
  one(
    'needs-itself',
    M,
    '    timeout-minutes: 20',
    '    timeout-minutes: 20\n    needs: build',
    'fail',
    'needs: build',
  ),
  one('job-without-steps', M, 'jobs:\n', 'jobs:\n  other:\n    runs-on: ubuntu-latest\n', 'fail', '  other:'),
  one('job-without-runs-on', M, '    runs-on: ubuntu-latest\n', '', 'fail', '  build:'),
  one(
    'branches-and-ignore',
    M,
    'branches: [main]',
    'branches: [main]\n    branches-ignore: [dev]',
    'fail',
    'branches-ignore',
  ),
  one('event-typo', M, '  push:\n    branches', '  pusch:\n    branches', 'fail', 'pusch'),
  one('jobs-missing', M, 'jobs:\n', 'job:\n', 'fail', 'job:'),
  one('steps-typo', M, '    steps:', '    step:', 'fail', '    step:'),
  one('with-empty', D, 'with:\n          registry: 111122223333.dkr.ecr.ap-northeast-1.amazonaws.com', 'with:', 'fail'),
  one(
    'platforms-as-list',
    M,
    'platforms: linux/amd64,linux/arm64',
    'platforms:\n            - linux/amd64\n            - linux/arm64',
    'fail',
    '- linux/amd64',
  ),
  one('id-with-space', M, 'id: login-ecr', 'id: login ecr', 'fail', 'id: login ecr'),
  one('timeout-word', M, 'timeout-minutes: 20', 'timeout-minutes: twenty', 'fail', 'twenty'),
  one('inputs-in-step', D, '        with:\n          registry', '        registry', 'fail', 'registry: 1111'),
];

export const expressionVariants: readonly Variant[] = [
  one('brace-missing', M, '${{ github.sha }}', '${{ github.sha }', 'fail', 'tags:'),
  one(
    'double-quotes',
    M,
    '      - name: Build and push',
    '      - name: Build and push\n        if: github.ref == "refs/heads/main"',
    'fail',
    'if: github.ref',
  ),
  one(
    'single-equals',
    M,
    '      - name: Build and push',
    "      - name: Build and push\n        if: github.ref = 'refs/heads/main'",
    'fail',
    'if: github.ref',
  ),
  one('step-without-s', M, 'steps.login-ecr', 'step.login-ecr', 'fail', 'tags:'),
  one('output-without-s', M, 'outputs.registry', 'output.registry', 'fail', 'tags:'),
  one('wrong-step-id', M, 'steps.login-ecr.outputs', 'steps.ecr-login.outputs', 'fail', 'tags:'),
  one('wrong-env-name', M, 'env.ECR_REPOSITORY', 'env.ECR_REPO', 'fail', 'tags:'),
  one('env-lower-case', M, 'env.ECR_REPOSITORY', 'env.ecr_repository', 'fail', 'tags:'),
  one('dollar-name-in-with', M, '${{ env.ECR_REPOSITORY }}', '$ECR_REPOSITORY', 'fail', 'tags:'),
  one('matrix-missing', M, 'linux/amd64,linux/arm64', 'linux/amd64,${{ matrix.platform }}', 'fail', 'platforms:'),
  one('github-typo', M, 'github.sha', 'github.shaa', 'fail', 'tags:'),
  one('unknown-function', M, '${{ github.sha }}', "${{ replace(github.sha, 'a', 'b') }}", 'fail', 'tags:'),
  one(
    'env-in-job-if',
    M,
    '    timeout-minutes: 20',
    "    timeout-minutes: 20\n    if: env.AWS_REGION == 'x'",
    'fail',
    'if: env.',
  ),
  one(
    'secrets-in-if',
    M,
    '      - name: Build and push',
    "      - name: Build and push\n        if: secrets.X != ''",
    'fail',
    'if: secrets',
  ),
  one(
    'runner-in-job-env',
    M,
    'env:\n  AWS_REGION: ap-northeast-1',
    'env:\n  AWS_REGION: ap-northeast-1\n  OS: ${{ runner.os }}',
    'fail',
    'runner.os',
  ),
  one('event-inputs', M, '${{ github.sha }}', '${{ github.event.inputs.tag }}', 'fail', 'tags:'),
  one('needs-without-needs', M, '${{ github.sha }}', '${{ needs.tag.outputs.tag }}', 'fail', 'tags:'),
  one('dollar-paren', M, '${{ github.sha }}', '$(git rev-parse HEAD)', 'fail', 'tags:'),
  one(
    'format-too-few',
    M,
    `tags: ${tags}`,
    "tags: ${{ format('{0}/{1}:x', steps.login-ecr.outputs.registry) }}",
    'fail',
    'tags:',
  ),
  one(
    'short-sha-by-format',
    M,
    `tags: ${tags}`,
    "tags: ${{ format('{0}/{1}:{2}', steps.login-ecr.outputs.registry, env.ECR_REPOSITORY, github.ref_name) }}",
    'pass',
  ),
  one('always-if', M, '      - name: Build and push', '      - name: Build and push\n        if: always()', 'pass'),
  one(
    'if-main',
    M,
    '      - name: Build and push',
    "      - name: Build and push\n        if: github.ref == 'refs/heads/main' && github.event_name == 'push'",
    'pass',
  ),
  one(
    'if-contains',
    M,
    '      - name: Build and push',
    '      - name: Build and push\n        if: contains(fromJSON(\'["main","dev"]\'), github.ref_name)',
    'pass',
  ),
];

export const inputVariants: readonly Variant[] = [
  one('underscore-input', M, 'role-to-assume:', 'role_to_assume:', 'fail', 'role_to_assume'),
  one('tag-singular', M, `tags: ${tags}`, `tag: ${tags}`, 'fail', 'tag: '),
  one('region-for-aws-region', M, 'aws-region:', 'region:', 'warn', 'region:'),
  one(
    'registry-for-registries',
    M,
    'uses: aws-actions/amazon-ecr-login@v2',
    "uses: aws-actions/amazon-ecr-login@v2\n        with:\n          registry: '111122223333'",
    'warn',
    "registry: '1111",
  ),
  one('platform-singular', M, 'platforms:', 'platform:', 'fail', 'platform:'),
  one('push-quoted-yes', M, 'push: true', "push: 'yes'", 'fail', "push: 'yes'"),
  one('push-one', M, 'push: true', 'push: 1', 'fail', 'push: 1'),
  one(
    'role-name',
    M,
    'arn:aws:iam::111122223333:role/github-actions-ecr-push',
    'github-actions-ecr-push',
    'fail',
    'role-to-assume',
  ),
  one('user-arn', M, ':role/github-actions-ecr-push', ':user/github-actions', 'fail', 'role-to-assume'),
  one('other-role', M, 'role/github-actions-ecr-push', 'role/github-actions-ecr-pull', 'fail', 'role-to-assume'),
  one('other-account-role', M, 'iam::111122223333', 'iam::444455556666', 'fail', 'role-to-assume'),
  one(
    'key-without-secret',
    M,
    'role-to-assume: arn:aws:iam::111122223333:role/github-actions-ecr-push',
    'aws-access-key-id: ${{ secrets.AWS_ACCESS_KEY_ID }}',
    'fail',
    'aws-access-key-id',
  ),
  one('invented-version', M, 'docker/build-push-action@v7', 'docker/build-push-action@v70', 'fail', '@v70'),
  one('version-without-v', M, 'actions/checkout@v6', 'actions/checkout@6', 'fail', 'checkout@6'),
  one('newer-version', M, 'actions/checkout@v6', 'actions/checkout@v8', 'note'),
  one('branch-version', M, 'docker/setup-qemu-action@v4', 'docker/setup-qemu-action@master', 'warn', '@master'),
  one('full-sha', M, 'actions/checkout@v6', 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd', 'pass'),
  one(
    'action-typo',
    M,
    'docker/build-push-action@v7',
    'docker/build-and-push-action@v7',
    'fail',
    'build-and-push-action',
  ),
  one('owner-typo', M, 'actions/checkout@v6', 'action/checkout@v6', 'fail', 'action/checkout'),
  one('aws-owner-typo', M, 'aws-actions/amazon-ecr-login', 'aws-action/amazon-ecr-login', 'fail', 'aws-action/'),
  one('retired-runner', M, 'ubuntu-latest', 'ubuntu-20.04', 'fail', 'ubuntu-20.04'),
  one('windows-runner', M, 'ubuntu-latest', 'windows-latest', 'fail', 'windows-latest'),
  one('macos-runner', M, 'ubuntu-latest', 'macos-latest', 'fail', 'macos-latest'),
  one(
    'bad-session-name',
    M,
    '          aws-region:',
    '          role-session-name: my session\n          aws-region:',
    'fail',
    'role-session-name',
  ),
  one(
    'allowed-accounts',
    M,
    '          aws-region:',
    "          allowed-account-ids: '444455556666'\n          aws-region:",
    'fail',
    'allowed-account-ids',
  ),
  one(
    'audience',
    M,
    '          aws-region:',
    '          audience: sts.amazonaws.com.cn\n          aws-region:',
    'fail',
    'audience',
  ),
  one(
    'registry-type',
    M,
    'uses: aws-actions/amazon-ecr-login@v2',
    'uses: aws-actions/amazon-ecr-login@v2\n        with:\n          registry-type: ecr',
    'fail',
    'registry-type',
  ),
  one(
    'registry-type-public',
    M,
    'uses: aws-actions/amazon-ecr-login@v2',
    'uses: aws-actions/amazon-ecr-login@v2\n        with:\n          registry-type: public',
    'fail',
  ),
  one('arm-v7', M, 'linux/amd64,linux/arm64', 'linux/amd64,linux/arm/v7', 'fail', 'platforms:'),
  one('platform-typo', M, 'linux/arm64', 'linux/arm46', 'fail', 'platforms:'),
  one('platform-space', M, 'linux/amd64,linux/arm64', 'linux/amd64, linux/arm64', 'pass'),
  one(
    'platforms-lines',
    M,
    'platforms: linux/amd64,linux/arm64',
    'platforms: |\n            linux/amd64\n            linux/arm64',
    'pass',
  ),
  one('aarch64', M, 'linux/amd64,linux/arm64', 'linux/x86_64,linux/aarch64', 'pass'),
  one('load', M, 'push: true', 'push: true\n          load: true', 'fail', 'platforms'),
  one('outputs-registry', M, 'push: true', 'outputs: type=registry', 'pass'),
  one(
    'buildx-driver-docker',
    M,
    'uses: docker/setup-buildx-action@v4',
    'uses: docker/setup-buildx-action@v4\n        with:\n          driver: docker',
    'fail',
  ),
  one(
    'buildx-use-false',
    M,
    'uses: docker/setup-buildx-action@v4',
    'uses: docker/setup-buildx-action@v4\n        with:\n          use: false',
    'fail',
  ),
  one(
    'buildx-install',
    M,
    'uses: docker/setup-buildx-action@v4',
    'uses: docker/setup-buildx-action@v4\n        with:\n          install: true',
    'warn',
    'install',
  ),
  one('force-skip-oidc', M, '          aws-region:', '          force-skip-oidc: true\n          aws-region:', 'fail'),
  one(
    'no-env-credentials',
    M,
    '          aws-region:',
    '          output-env-credentials: false\n          aws-region:',
    'fail',
  ),
];

const needsJob =
  '  push:\n    needs: build\n    runs-on: ubuntu-latest\n    steps:\n      - uses: docker/setup-buildx-action@v4\n';

export const runVariants: readonly Variant[] = [
  one('no-id-token', M, '      id-token: write\n', '', 'fail', '    permissions:'),
  one(
    'job-block-resets',
    T,
    '    runs-on: ubuntu-latest',
    '    runs-on: ubuntu-latest\n    permissions:\n      contents: read',
    'fail',
    '    permissions:',
  ),
  one('no-permissions', T, 'permissions:\n  contents: read\n  id-token: write\n', '', 'fail'),
  one(
    'read-all',
    T,
    'permissions:\n  contents: read\n  id-token: write\n',
    'permissions: read-all\n',
    'fail',
    'read-all',
  ),
  one(
    'write-all',
    T,
    'permissions:\n  contents: read\n  id-token: write\n',
    'permissions: write-all\n',
    'warn',
    'write-all',
  ),
  one('no-buildx', M, '      - name: Set up Docker Buildx\n        uses: docker/setup-buildx-action@v4\n', '', 'fail'),
  one('no-qemu', M, '      - name: Set up QEMU\n        uses: docker/setup-qemu-action@v4\n', '', 'warn', 'platforms'),
  one('no-push', M, '          push: true\n', '', 'fail'),
  one('push-false', M, 'push: true', 'push: false', 'fail', 'push: false'),
  one(
    'no-login',
    M,
    '      - name: Log in to Amazon ECR\n        id: login-ecr\n        uses: aws-actions/amazon-ecr-login@v2\n',
    '',
    'fail',
  ),
  one(
    'no-credentials',
    T,
    '      - uses: aws-actions/configure-aws-credentials@v6\n        with:\n          role-to-assume: arn:aws:iam::111122223333:role/github-actions-ecr-push\n          aws-region: ap-northeast-1\n',
    '',
    'fail',
  ),
  one('no-checkout', T, '      - uses: actions/checkout@v6\n', '', 'fail'),
  {
    id: 'no-checkout-git-context',
    base: M,
    edits: [
      ['      - name: Checkout\n        uses: actions/checkout@v6\n', ''],
      ['          context: .\n', ''],
    ],
    expect: 'pass',
  },
  one('checkout-last', T, '      - uses: actions/checkout@v6\n', '', 'fail'),
  one('tag-without-host', M, tags, 'workshop-app:${{ github.sha }}', 'fail', 'tags:'),
  one('tag-without-tag', M, ':${{ github.sha }}', '', 'pass'),
  one('other-region', D, `tags: ${ecr}`, 'tags: 111122223333.dkr.ecr.us-east-1.amazonaws.com', 'fail', 'tags:'),
  one('other-account', D, `tags: ${ecr}`, 'tags: 444455556666.dkr.ecr.ap-northeast-1.amazonaws.com', 'fail', 'tags:'),
  one('login-other-region', D, `registry: ${ecr}`, 'registry: 111122223333.dkr.ecr.us-east-1.amazonaws.com', 'fail'),
  one('login-https', D, `registry: ${ecr}`, `registry: https://${ecr}`, 'fail', 'registry:'),
  one('tags-https', D, `tags: ${ecr}`, `tags: https://${ecr}`, 'fail', 'tags:'),
  one('login-without-registry', D, `        with:\n          registry: ${ecr}\n`, '', 'fail'),
  one(
    'login-with-env-keys',
    D,
    `registry: ${ecr}`,
    `registry: ${ecr}\n          username: \${{ env.AWS_ACCESS_KEY_ID }}\n          password: \${{ env.AWS_SECRET_ACCESS_KEY }}`,
    'fail',
  ),
  {
    id: 'ecr-login-left-in',
    base: D,
    edits: [['      - name: Set up QEMU', '      - uses: aws-actions/amazon-ecr-login@v2\n      - name: Set up QEMU']],
    expect: 'fail',
    at: 'amazon-ecr-login',
  },
  one(
    'condition-tag',
    M,
    '      - name: Build and push',
    "      - name: Build and push\n        if: startsWith(github.ref, 'refs/tags/')",
    'fail',
    'if: startsWith',
  ),
  one(
    'condition-master',
    M,
    '      - name: Log in',
    "      - name: Log in\n        if: github.ref == 'refs/heads/master'",
    'fail',
  ),
  one('filter-master', M, 'branches: [main]', 'branches: [master]', 'fail', 'branches: [master]'),
  one('filter-glob', M, 'branches: [main]', "branches: ['**']", 'pass'),
  one('filter-negated', M, 'branches: [main]', "branches: ['**', '!main']", 'fail', 'branches'),
  one('filter-tags-only', M, 'branches: [main]', "tags: ['v*']", 'fail', 'tags:'),
  one('filter-ignore-main', M, 'branches: [main]', 'branches-ignore: [main]', 'fail', 'branches-ignore'),
  one('only-pull-request', M, '  push:\n    branches', '  pull_request:\n    branches', 'fail', 'pull_request'),
  one('paths', M, 'branches: [main]', "branches: [main]\n    paths: ['src/**', Dockerfile]", 'note'),
  one('dispatch-too', M, '    branches: [main]', '    branches: [main]\n  workflow_dispatch:', 'pass'),
  one(
    'export-then-env',
    T,
    '      - uses: docker/build-push-action@v7',
    '      - run: export TAG=1\n      - uses: docker/build-push-action@v7',
    'pass',
  ),
  {
    id: 'value-lost-between-steps',
    base: C,
    edits: [
      [
        cliBuild,
        '          IMAGE="$REGISTRY/$ECR_REPOSITORY:$GITHUB_SHA"\n          docker build -t "$IMAGE" .\n      - run: docker push "$IMAGE"',
      ],
    ],
    expect: 'fail',
    at: 'docker push',
  },
  {
    id: 'login-in-other-job',
    base: M,
    edits: [
      [build, `${needsJob}      - uses: actions/checkout@v6\n${build}`],
      [tags, `${ecr}/workshop-app:\${{ github.sha }}`],
    ],
    expect: 'fail',
  },
  {
    id: 'files-in-other-job',
    base: D,
    edits: [
      ['      - name: Checkout\n        uses: actions/checkout@v6\n', ''],
      ['jobs:\n', 'jobs:\n  get:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v6\n'],
      ['  build:\n', '  build:\n    needs: get\n'],
    ],
    expect: 'fail',
  },
  one('one-platform', M, 'linux/amd64,linux/arm64', 'linux/amd64', 'fail', 'platforms'),
  one('no-platforms', M, '          platforms: linux/amd64,linux/arm64\n', '', 'fail'),
  {
    id: 'same-tag-twice',
    base: 'run-native-runners-no-merge',
    edits: [['-${{ matrix.arch }}\n', '\n']],
    expect: 'fail',
    exercise: 'workflow-multi-platform',
  },
  one(
    'environment',
    M,
    '    timeout-minutes: 20',
    '    timeout-minutes: 20\n    environment: production',
    'warn',
    'environment',
  ),
  one(
    'continue-on-login',
    M,
    '        id: login-ecr',
    '        id: login-ecr\n        continue-on-error: true',
    'pass',
  ),
  one(
    'matrix-empty',
    M,
    '    timeout-minutes: 20',
    '    timeout-minutes: 20\n    strategy:\n      matrix:\n        os: []',
    'fail',
    'os: []',
  ),
  one(
    'failing-script',
    M,
    '      - name: Set up QEMU',
    '      - run: exit 1\n      - name: Set up QEMU',
    'fail',
    'exit 1',
  ),
  one(
    'unknown-script',
    M,
    '      - name: Set up QEMU',
    '      - run: npm ci && npm test\n      - name: Set up QEMU',
    'pass',
  ),
  one(
    'secret-role',
    M,
    'arn:aws:iam::111122223333:role/github-actions-ecr-push',
    '${{ secrets.AWS_ROLE_ARN }}',
    'note',
  ),
  one(
    'account-from-vars',
    D,
    `tags: ${ecr}`,
    'tags: ${{ vars.AWS_ACCOUNT_ID }}.dkr.ecr.ap-northeast-1.amazonaws.com',
    'note',
  ),
  one('image-from-vars', D, `tags: ${ecr}/\${{ env.ECR_REPOSITORY }}`, 'tags: ${{ vars.IMAGE }}', 'note'),
  one('called-workflow', M, 'jobs:\n', 'jobs:\n  call:\n    uses: ./.github/workflows/test.yml\n', 'note'),
  one(
    'env-format',
    'good-github-env',
    'run: echo "IMAGE=$HOST/$ECR_REPOSITORY:$GITHUB_SHA"',
    'run: echo "IMAGE $HOST/$ECR_REPOSITORY:$GITHUB_SHA"',
    'fail',
  ),
  one('env-file-forgotten', 'good-github-env', ' >> "$GITHUB_ENV"', '', 'fail'),
  one('output-for-env', 'good-github-env', 'GITHUB_ENV', 'GITHUB_OUTPUT', 'fail'),
  one(
    'masked-output',
    'good-outputs-between-jobs',
    'aws-region: ${{ env.AWS_REGION }}',
    'aws-region: ${{ env.AWS_REGION }}\n          mask-aws-account-id: true',
    'pass',
  ),
  one(
    'metadata-no-tags',
    'good-metadata-tags',
    '            type=sha,format=long,prefix=\n            type=ref,event=branch\n            type=raw,value=latest,enable={{is_default_branch}}',
    '            type=ref,event=tag',
    'fail',
  ),
  one(
    'metadata-default-tags',
    'good-metadata-tags',
    '          tags: |\n            type=sha,format=long,prefix=\n            type=ref,event=branch\n            type=raw,value=latest,enable={{is_default_branch}}\n',
    '',
    'pass',
  ),
  one('metadata-no-host', 'good-metadata-tags', 'images: ${{ steps.login-ecr.outputs.registry }}/', 'images: ', 'fail'),
];

export const shellVariants: readonly Variant[] = [
  one('cli-password-flag-eq', C, '--username AWS --password-stdin', '-u AWS --password-stdin', 'pass'),
  one(
    'cli-no-login',
    C,
    '          aws ecr get-login-password --region "$AWS_REGION" \\\n            | docker login --username AWS --password-stdin "$REGISTRY"',
    '          echo hello',
    'fail',
  ),
  one('cli-user', C, '--username AWS', '--username octocat', 'fail', 'octocat'),
  one('cli-other-region', C, '--region "$AWS_REGION"', '--region us-east-1', 'fail', 'us-east-1'),
  one('cli-build-only', C, '          docker push "$REGISTRY/$ECR_REPOSITORY:$GITHUB_SHA"\n', '', 'fail'),
  one(
    'cli-push-other-tag',
    C,
    'docker push "$REGISTRY/$ECR_REPOSITORY:$GITHUB_SHA"',
    'docker push "$REGISTRY/$ECR_REPOSITORY:latest"',
    'fail',
    'docker push',
  ),
  one('cli-single-quotes', C, cliBuild, cliBuild.replaceAll('"', "'"), 'fail'),
  one('cli-unset-variable', C, '$ECR_REPOSITORY:$GITHUB_SHA" .', '$ECR_REPO:$GITHUB_SHA" .', 'fail', 'docker build'),
  one('cli-no-context', C, ':$GITHUB_SHA" .\n', ':$GITHUB_SHA"\n', 'fail', 'docker build'),
  one(
    'cli-tag-and-push',
    C,
    cliBuild,
    '          docker build -t workshop-app .\n          docker tag workshop-app:latest "$REGISTRY/workshop-app:$GITHUB_SHA"\n          docker image push "$REGISTRY/workshop-app:$GITHUB_SHA"',
    'pass',
  ),
  one(
    'cli-all-tags',
    C,
    cliBuild,
    '          docker build -t $REGISTRY/workshop-app:a -t $REGISTRY/workshop-app:b .\n          docker push --all-tags $REGISTRY/workshop-app',
    'pass',
  ),
  one(
    'cli-variables',
    C,
    cliBuild,
    '          set -euo pipefail\n          TAG="${GITHUB_SHA::7}"\n          IMAGE="${REGISTRY}/${ECR_REPOSITORY}:${TAG}"\n          docker build --tag="$IMAGE" --file Dockerfile . && docker push "$IMAGE"',
    'pass',
  ),
  one(
    'cli-git-sha',
    C,
    cliBuild,
    '          TAG=$(git rev-parse --short HEAD)\n          docker build -t $REGISTRY/$ECR_REPOSITORY:$TAG .\n          docker push $REGISTRY/$ECR_REPOSITORY:$TAG',
    'pass',
  ),
  one(
    'cli-date-tag',
    C,
    cliBuild,
    '          TAG=$(date +%Y%m%d)\n          docker build -t $REGISTRY/$ECR_REPOSITORY:$TAG .\n          docker push $REGISTRY/$ECR_REPOSITORY:$TAG',
    'pass',
  ),
  one(
    'cli-buildx-push',
    C,
    cliBuild,
    '          docker buildx create --use\n          docker buildx build --platform linux/amd64 -t "$REGISTRY/$ECR_REPOSITORY:$GITHUB_SHA" --push .',
    'pass',
  ),
  {
    id: 'cli-buildx-multi',
    base: C,
    exercise: 'workflow-multi-platform',
    expect: 'pass',
    edits: [
      [
        cliBuild,
        '          docker run --privileged --rm tonistiigi/binfmt --install all\n          docker buildx create --name multi --use --bootstrap\n          docker buildx build --platform=linux/amd64,linux/arm64 -t "$REGISTRY/$ECR_REPOSITORY:$GITHUB_SHA" --push .',
      ],
    ],
  },
  {
    id: 'cli-buildx-not-used',
    base: C,
    exercise: 'workflow-multi-platform',
    expect: 'fail',
    edits: [
      [
        cliBuild,
        '          docker buildx create --name multi\n          docker buildx build --platform linux/amd64,linux/arm64 -t "$REGISTRY/$ECR_REPOSITORY:$GITHUB_SHA" --push .',
      ],
    ],
    at: 'docker buildx build',
  },
  {
    id: 'cli-docker-build-multi',
    base: C,
    exercise: 'workflow-multi-platform',
    expect: 'fail',
    edits: [
      [
        cliBuild,
        '          docker build --platform linux/amd64,linux/arm64 -t "$REGISTRY/$ECR_REPOSITORY:$GITHUB_SHA" --push .',
      ],
    ],
    at: 'docker build --platform',
  },
  {
    id: 'cli-buildx-no-output',
    base: C,
    exercise: 'workflow-multi-platform',
    expect: 'fail',
    edits: [
      [
        cliBuild,
        '          docker buildx create --use\n          docker buildx build --platform linux/amd64,linux/arm64 -t "$REGISTRY/$ECR_REPOSITORY:$GITHUB_SHA" .',
      ],
    ],
    at: 'docker buildx build',
  },
  {
    id: 'cli-buildx-output',
    base: C,
    exercise: 'workflow-multi-platform',
    expect: 'note',
    edits: [
      [
        cliBuild,
        '          docker buildx create --use\n          docker buildx build --platform linux/amd64,linux/arm64 -t "$REGISTRY/$ECR_REPOSITORY:$GITHUB_SHA" -o type=image,push=true .',
      ],
    ],
  },
  {
    id: 'cli-manifest',
    base: C,
    exercise: 'workflow-multi-platform',
    expect: 'note',
    edits: [
      [
        cliBuild,
        '          docker run --privileged --rm tonistiigi/binfmt --install all\n          for arch in amd64 arm64; do\n            docker build --platform linux/$arch -t $REGISTRY/$ECR_REPOSITORY:$arch .\n            docker push $REGISTRY/$ECR_REPOSITORY:$arch\n          done\n          docker manifest create $REGISTRY/$ECR_REPOSITORY:main $REGISTRY/$ECR_REPOSITORY:amd64 $REGISTRY/$ECR_REPOSITORY:arm64\n          docker manifest push $REGISTRY/$ECR_REPOSITORY:main',
      ],
    ],
  },
  one('cli-unknown-flag', C, 'docker build -t', 'docker build --tags', 'fail', '--tags'),
  one('cli-set-output', C, cliBuild, `          echo "image=$REGISTRY/x" >> $GITHUB_OUTPUT\n${cliBuild}`, 'pass'),
  one(
    'cli-if',
    C,
    cliBuild,
    `          if [ -n "$REGISTRY" ]; then\n  ${cliBuild.replaceAll('\n', '\n  ')}\n          fi`,
    'pass',
  ),
  one(
    'cli-or-true',
    C,
    'docker push "$REGISTRY/$ECR_REPOSITORY:$GITHUB_SHA"',
    'docker push "$REGISTRY/other:$GITHUB_SHA" || true',
    'fail',
    'docker push',
  ),
  {
    id: 'cli-heredoc-env',
    base: C,
    expect: 'pass',
    edits: [
      [
        cliBuild,
        '          cat <<EOF >> "$GITHUB_ENV"\n          IMAGE=$REGISTRY/$ECR_REPOSITORY:$GITHUB_SHA\n          EOF\n      - run: docker build -t "$IMAGE" .\n      - run: docker push "$IMAGE"',
      ],
    ],
  },
];

export const securityVariants: readonly Variant[] = [
  one(
    'key-in-file',
    M,
    'ECR_REPOSITORY: workshop-app',
    `ECR_REPOSITORY: workshop-app\n  KEY: ${'AKIA'}ABCDEFGHIJKLMNOP`,
    'fail',
    'KEY:',
  ),
  one(
    'head-ref-in-script',
    M,
    '      - name: Set up QEMU',
    '      - run: echo ${{ github.head_ref }}\n      - name: Set up QEMU',
    'fail',
    'head_ref',
  ),
  one(
    'author-in-script',
    M,
    '      - name: Set up QEMU',
    '      - run: echo ${{ github.event.head_commit.author.name }}\n      - name: Set up QEMU',
    'fail',
    'author.name',
  ),
  one(
    'title-in-github-script',
    M,
    '      - name: Set up QEMU',
    '      - uses: actions/github-script@v8\n        with:\n          script: console.log("${{ github.event.pull_request.title }}")\n      - name: Set up QEMU',
    'fail',
    'title',
  ),
  one(
    'message-as-env',
    M,
    '      - name: Set up QEMU',
    '      - run: echo "$M"\n        env:\n          M: ${{ github.event.head_commit.message }}\n      - name: Set up QEMU',
    'pass',
  ),
  {
    id: 'long-lived-keys',
    base: M,
    expect: 'warn',
    at: 'aws-access-key-id',
    edits: [
      [
        'role-to-assume: arn:aws:iam::111122223333:role/github-actions-ecr-push',
        'aws-access-key-id: ${{ secrets.AWS_ACCESS_KEY_ID }}\n          aws-secret-access-key: ${{ secrets.AWS_SECRET_ACCESS_KEY }}',
      ],
      ['      id-token: write\n', ''],
    ],
  },
  {
    id: 'long-lived-keys-four-steps',
    base: T,
    expect: 'fail',
    at: 'aws-access-key-id',
    edits: [
      [
        'role-to-assume: arn:aws:iam::111122223333:role/github-actions-ecr-push',
        'aws-access-key-id: ${{ secrets.AWS_ACCESS_KEY_ID }}\n          aws-secret-access-key: ${{ secrets.AWS_SECRET_ACCESS_KEY }}',
      ],
    ],
  },
  one(
    'packages-write',
    M,
    '      id-token: write',
    '      id-token: write\n      packages: write',
    'warn',
    'packages: write',
  ),
  one(
    'contents-write',
    M,
    '      contents: read\n      id-token',
    '      contents: write\n      id-token',
    'warn',
    'contents: write',
  ),
  one(
    'secret-in-script',
    M,
    '      - name: Set up QEMU',
    '      - run: echo ${{ secrets.TOKEN }}\n      - name: Set up QEMU',
    'warn',
    'secrets.TOKEN',
  ),
  one(
    'secret-as-build-arg',
    M,
    '          push: true',
    '          push: true\n          build-args: |\n            TOKEN=${{ secrets.TOKEN }}',
    'warn',
    'secrets.TOKEN',
  ),
  one(
    'secret-in-env',
    M,
    'ECR_REPOSITORY: workshop-app',
    'ECR_REPOSITORY: workshop-app\n  TOKEN: ${{ secrets.TOKEN }}',
    'warn',
    'secrets.TOKEN',
  ),
  one(
    'secret-in-job-env',
    M,
    '    timeout-minutes: 20',
    '    timeout-minutes: 20\n    env:\n      TOKEN: ${{ secrets.TOKEN }}',
    'warn',
    'secrets.TOKEN',
  ),
  one(
    'mask-off',
    M,
    'uses: aws-actions/amazon-ecr-login@v2',
    "uses: aws-actions/amazon-ecr-login@v2\n        with:\n          mask-password: 'false'",
    'warn',
    'mask-password',
  ),
  one(
    'node20',
    M,
    'docker/build-push-action@v7',
    'docker/build-push-action@v6',
    'warn',
    '@v6\n        with:\n          context',
  ),
  one(
    'set-env',
    M,
    '      - name: Set up QEMU',
    '      - run: echo "::set-env name=A::b"\n      - name: Set up QEMU',
    'fail',
    '::set-env',
  ),
  one(
    'save-state',
    M,
    '      - name: Set up QEMU',
    '      - run: echo "::save-state name=A::b"\n      - name: Set up QEMU',
    'warn',
    '::save-state',
  ),
];

const head = `name: Merge
on:
  push:
    branches: [main]
permissions:
  contents: read
env:
  IMAGE: ${ecr}/workshop-app
jobs:
`;
const login = `      - uses: aws-actions/configure-aws-credentials@v6
        with:
          role-to-assume: arn:aws:iam::111122223333:role/github-actions-ecr-push
          aws-region: ap-northeast-1
      - uses: aws-actions/amazon-ecr-login@v2
      - uses: docker/setup-buildx-action@v4
`;
const native = `  build:
    strategy:
      matrix:
        include:
          - { platform: linux/amd64, runner: ubuntu-24.04 }
          - { platform: linux/arm64, runner: ubuntu-24.04-arm }
    runs-on: \${{ matrix.runner }}
    permissions: { contents: read, id-token: write }
    steps:
      - uses: actions/checkout@v6
${login}      - id: build
        uses: docker/build-push-action@v7
        with:
          context: .
          platforms: \${{ matrix.platform }}
          outputs: type=image,name=\${{ env.IMAGE }},push-by-digest=true,name-canonical=true,push=true
      - run: |
          mkdir -p \${{ runner.temp }}/digests
          digest="\${{ steps.build.outputs.digest }}"
          touch "\${{ runner.temp }}/digests/\${digest#sha256:}"
      - uses: actions/upload-artifact@v6
        with:
          name: digests-\${{ strategy.job-index }}
          path: \${{ runner.temp }}/digests/*
`;
const merge = `  merge:
    needs: build
    runs-on: ubuntu-24.04
    permissions: { id-token: write }
    steps:
      - uses: actions/download-artifact@v7
        with:
          path: \${{ runner.temp }}/digests
          pattern: digests-*
          merge-multiple: true
${login}      - working-directory: \${{ runner.temp }}/digests
        run: |
          docker buildx imagetools create -t "$IMAGE:$GITHUB_SHA" \\
            $(printf "$IMAGE@sha256:%s " *)
`;
const byTag = `  build:
    strategy:
      matrix:
        arch: [amd64, arm64]
    runs-on: \${{ matrix.arch == 'arm64' && 'ubuntu-24.04-arm' || 'ubuntu-24.04' }}
    permissions: { contents: read, id-token: write }
    steps:
      - uses: actions/checkout@v6
${login}      - uses: docker/build-push-action@v7
        with:
          context: .
          push: true
          tags: \${{ env.IMAGE }}:\${{ github.sha }}-\${{ matrix.arch }}
  merge:
    needs: [build]
    runs-on: ubuntu-24.04
    permissions: { id-token: write }
    steps:
${login}      - run: |
          docker buildx imagetools create --tag $IMAGE:$GITHUB_SHA \\
            $IMAGE:$GITHUB_SHA-amd64 $IMAGE:$GITHUB_SHA-arm64
`;

/** Whole workflows, with what comes of each. */
export const wholes: readonly {
  readonly id: string;
  readonly text: string;
  readonly expect: Variant['expect'];
  readonly at?: string;
}[] = [
  { id: 'native-digests-merge', text: head + native + merge, expect: 'note' },
  { id: 'native-tags-merge', text: head + byTag, expect: 'pass' },
  {
    id: 'merge-without-needs',
    text: head + native + merge.replace('    needs: build\n', ''),
    expect: 'fail',
    at: 'imagetools',
  },
  {
    id: 'merge-without-download',
    text: head + native + merge.replace(/ {6}- uses: actions\/download-artifact[\s\S]*?merge-multiple: true\n/, ''),
    expect: 'fail',
    at: 'imagetools',
  },
  {
    id: 'merge-without-login',
    text: head + native + merge.replace('      - uses: aws-actions/amazon-ecr-login@v2\n', ''),
    expect: 'fail',
    at: 'imagetools',
  },
  { id: 'merge-one-tag', text: head + byTag.replace(' $IMAGE:$GITHUB_SHA-arm64', ''), expect: 'fail' },
  { id: 'merge-misspelt-tag', text: head + byTag.replace('-arm64\n', '-aarch64\n'), expect: 'fail', at: '-aarch64' },
  {
    id: 'metadata-json-merge',
    text:
      head +
      native +
      merge
        .replace(
          '        run: |\n          docker buildx imagetools create -t "$IMAGE:$GITHUB_SHA" \\\n',
          `        run: |\n          docker buildx imagetools create $(jq -cr '.tags | map("-t " + .) | join(" ")' <<< "$DOCKER_METADATA_OUTPUT_JSON") \\\n`,
        )
        .replace(
          '      - working-directory',
          '      - uses: docker/metadata-action@v6\n        with:\n          images: ${{ env.IMAGE }}\n      - working-directory',
        ),
    expect: 'note',
  },
];

export const variants: readonly Variant[] = [
  ...yamlVariants,
  ...structureVariants,
  ...expressionVariants,
  ...inputVariants,
  ...runVariants,
  ...shellVariants,
  ...securityVariants,
];
