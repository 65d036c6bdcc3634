import type { Check } from '../../core/rule.ts';
import { sources } from '../facts/sources.ts';
import { beforeSetup, check, failing, script } from './check.ts';
import { changed, changedInRun } from './example.ts';

const role = 'role-to-assume: arn:aws:iam::111122223333:role/github-actions-ecr-push';
const credentials = `      - uses: aws-actions/configure-aws-credentials@v6\n        with:\n          ${role}\n          aws-region: ap-northeast-1\n`;
const host = '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com';
const ecrLogin = '      - id: login\n        uses: aws-actions/amazon-ecr-login@v2\n';
const tag = '${{ steps.login.outputs.registry }}/workshop-app:${{ github.sha }}';
const region = '          aws-region: ap-northeast-1';
const buildx = '      - uses: docker/setup-buildx-action@v4\n';
const dockerLogin = (lines: string): string => `      - uses: docker/login-action@v4\n${lines}${ecrLogin}`;
const inFourSteps = (from: string, to: string) => ({ ...changed(from, to), exercise: 'workflow-four-steps' });
const earlyLogin = '  early:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: aws-actions/amazon-ecr-login@v2\n';
const jobBefore = (text: string): string => `jobs:\n${text}`;

const digits = '0 1 2 3 4 5 6 7 8 9';
const loops = (variables: string): string =>
  [...variables].reduceRight((body, name) => `for ${name} in ${digits}; do ${body}; done`, 'echo');

/** Checks of what only the run shows. */
export const runningChecks: readonly Check[] = [
  check(
    'workflow/event-not-named',
    sources.events,
    changedInRun('  push:\n    branches: [main]', '  workflow_dispatch:'),
  ),
  check('workflow/branch-filtered', sources.events, changedInRun('[main]', '[master]')),
  check('workflow/tags-only', sources.events, changedInRun('branches: [main]', "tags: ['v*']")),
  check(
    'workflow/paths-filtered',
    sources.events,
    changedInRun('[main]', "[main]\n    paths: ['!docs/**']", "[main]\n    paths: ['src/**']"),
  ),
  check('workflow/paths-assumed', sources.events, changedInRun('[main]', "[main]\n    paths: ['src/**']"), 'info'),
  check(
    'workflow/left-out',
    sources.syntax,
    changedInRun('      - id: build', "      - if: github.ref_name == 'dev'\n        id: build"),
  ),
  check(
    'workflow/run-too-long',
    sources.inferred,
    changedInRun(beforeSetup, script(loops('abcd')), script(loops('abc'))),
  ),
  check(
    'workflow/called-workflow-unknown',
    sources.reusable,
    changedInRun('jobs:\n', jobBefore('  test:\n    uses: ./.github/workflows/test.yml\n')),
    'info',
  ),
  check('workflow/cannot-see-inside', sources.reusable, {
    fails: 'on: push\njobs:\n  a:\n    uses: ./.github/workflows/a.yml\n',
    passes: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo\n',
    exercise: 'workflow-multi-platform',
  }),
  check('workflow/action-ruled-out', sources.loginAction, {
    ...changed(
      ecrLogin,
      ecrLogin,
      `      - uses: docker/login-action@v4\n        with:\n          registry: ${host}\n`,
    ),
    exercise: 'workflow-docker-login',
  }),
  check('workflow/no-checkout', sources.checkout, {
    fails: changed('      - uses: actions/checkout@v7\n', '').fails.replace('          context: .\n', ''),
    passes: changed('', '').passes,
    exercise: 'workflow-four-steps',
  }),
  check('workflow/platform-not-served', sources.multiPlatform, changedInRun('linux/amd64,linux/arm64', 'linux/arm64')),
  check('workflow/no-role-assumed', sources.configureAws, inFourSteps(credentials, '')),
  check(
    'workflow/keys-where-oidc-is-asked',
    sources.oidc,
    inFourSteps(role, 'aws-access-key-id: ${{ secrets.A }}\n          aws-secret-access-key: ${{ secrets.B }}'),
  ),
  check(
    'workflow/login-elsewhere',
    sources.ecrAuthentication,
    changedInRun('amazon-ecr-login@v2', "amazon-ecr-login@v2\n        with:\n          registries: '444455556666'"),
  ),
  check('workflow/built-but-not-pushed', sources.buildPush, changedInRun('push: true', 'push: false')),
  check('workflow/pushed-elsewhere', sources.buildPush, changedInRun(`tags: ${tag}`, 'tags: ghcr.io/octo/app:1')),
  check(
    'workflow/flag-meant',
    sources.buildx,
    changedInRun(beforeSetup, script('docker build --tags a .'), script('docker build --tag a .')),
    'info',
  ),
  check('workflow/platform-meant', sources.multiPlatform, changedInRun('linux/arm64', 'linux/arm46'), 'info'),
  check('workflow/no-emulation', sources.setupQemu, changedInRun(beforeSetup, ''), 'warning'),
  check(
    'workflow/password-on-command-line',
    sources.dockerLogin,
    changedInRun(
      beforeSetup,
      script(`docker login -u AWS -p "$(aws ecr get-login-password)" ${host}`),
      script(`aws ecr get-login-password | docker login -u AWS --password-stdin ${host}`),
    ),
    'warning',
  ),
  check('workflow/assumed-value', sources.contexts, changedInRun(role, 'role-to-assume: ${{ vars.ROLE }}'), 'info'),
  check(
    'workflow/output-dropped',
    sources.commands,
    changedInRun(
      '    steps:\n',
      '    outputs:\n      image: ${{ steps.login.outputs.registry }}\n      key: ${{ secrets.KEY }}\n    steps:\n',
      '    outputs:\n      image: ${{ steps.login.outputs.registry }}\n    steps:\n',
    ),
    'warning',
  ),
  failing(
    'workflow/checkout-repository-invalid',
    'checkout@v7',
    'checkout@v7\n        with:\n          repository: workshop-app',
  ),
  failing('workflow/boolean-input', 'push: true', 'push: yes', "push: 'True'"),
  failing('workflow/aws-region-missing', `${region}\n`, ''),
  failing('workflow/aws-region-invalid', 'aws-region: ap-northeast-1', 'aws-region: AP_Northeast_1'),
  failing(
    'workflow/session-name-invalid',
    region,
    `${region}\n          role-session-name: my session`,
    `${region}\n          role-session-name: my-session`,
  ),
  failing('workflow/secret-key-missing', role, 'aws-access-key-id: ${{ secrets.A }}'),
  failing('workflow/no-oidc-token', '      id-token: write\n', ''),
  failing('workflow/no-aws-credentials', `          ${role}\n`, ''),
  failing('workflow/role-is-no-arn', role, 'role-to-assume: github-actions-ecr-push'),
  failing('workflow/arn-is-no-role', ':role/', ':user/'),
  failing(
    'workflow/account-not-allowed',
    region,
    `${region}\n          allowed-account-ids: '444455556666'`,
    `${region}\n          allowed-account-ids: '111122223333'`,
  ),
  failing('workflow/role-not-trusted', 'role/github-actions-ecr-push', 'role/github-actions-ecr-pull'),
  failing(
    'workflow/registry-type-invalid',
    'amazon-ecr-login@v2',
    'amazon-ecr-login@v2\n        with:\n          registry-type: ecr',
    'amazon-ecr-login@v2\n        with:\n          registry-type: private',
  ),
  failing(
    'workflow/account-id-malformed',
    'amazon-ecr-login@v2',
    'amazon-ecr-login@v2\n        with:\n          registries: 1111',
    "amazon-ecr-login@v2\n        with:\n          registries: '111122223333'",
  ),
  failing('workflow/ecr-region-missing', 'jobs:\n', jobBefore(earlyLogin)),
  failing(
    'workflow/ecr-login-without-credentials',
    'jobs:\n',
    jobBefore(earlyLogin.replace('    steps', '    env: { AWS_REGION: ap-northeast-1 }\n    steps')),
  ),
  failing(
    'workflow/login-without-password',
    ecrLogin,
    dockerLogin(`        with:\n          registry: https://${host}\n`),
    dockerLogin(`        with:\n          registry: ${host}\n`),
  ),
  failing(
    'workflow/session-token-lost',
    ecrLogin,
    dockerLogin(
      `        with:\n          registry: ${host}\n          username: \${{ env.AWS_ACCESS_KEY_ID }}\n          password: \${{ env.AWS_SECRET_ACCESS_KEY }}\n`,
    ),
  ),
  failing('workflow/docker-hub-denied', tag, 'workshop-app:1'),
  failing('workflow/push-unauthorized', tag, '111122223333.dkr.ecr.us-east-1.amazonaws.com/workshop-app:1'),
  failing(
    'workflow/no-basic-auth',
    beforeSetup,
    script(
      'docker build -t 111122223333.dkr.ecr.us-east-1.amazonaws.com/a:1 .',
      'docker push 111122223333.dkr.ecr.us-east-1.amazonaws.com/a:1',
    ),
  ),
  failing(
    'workflow/push-other-account',
    beforeSetup,
    script(
      'aws ecr get-login-password | docker login -u AWS --password-stdin 444455556666.dkr.ecr.ap-northeast-1.amazonaws.com',
      'docker build -t 444455556666.dkr.ecr.ap-northeast-1.amazonaws.com/a:1 .',
      'docker push 444455556666.dkr.ecr.ap-northeast-1.amazonaws.com/a:1',
    ),
  ),
  failing('workflow/repository-not-found', 'workshop-app:', 'workshop-api:'),
  failing('workflow/no-files-to-build', '      - uses: actions/checkout@v7\n', ''),
  failing('workflow/upper-case-name', 'workshop-app:', 'Workshop-App:'),
  failing('workflow/invalid-tag', '${{ github.sha }}', '${{ github.head_ref }}'),
  failing('workflow/push-without-tag', `          tags: ${tag}\n`, ''),
  failing('workflow/multi-platform-docker-driver', buildx, ''),
  failing('workflow/load-multi-platform', 'push: true', 'load: true'),
  failing(
    'workflow/cache-docker-driver',
    beforeSetup,
    script('docker build --cache-to type=gha -t a .'),
    script('docker build --cache-to type=inline -t a .'),
  ),
  failing(
    'workflow/attestation-docker-driver',
    beforeSetup,
    script('docker build --sbom=true -t a .'),
    script('docker build --sbom=false -t a .'),
  ),
  failing('workflow/unknown-platform', 'linux/arm64', 'linux/arm46'),
  failing(
    'workflow/exec-format-error',
    beforeSetup,
    script('docker build --platform linux/arm64 -t a .'),
    script('docker build --platform linux/amd64 -t a .'),
  ),
  failing(
    'workflow/metadata-images-missing',
    beforeSetup,
    `      - uses: docker/metadata-action@v6\n${beforeSetup}`,
    `      - uses: docker/metadata-action@v6\n        with:\n          images: a\n${beforeSetup}`,
  ),
  failing(
    'workflow/github-file-delimiter',
    beforeSetup,
    script('echo "A<<END" >> "$GITHUB_ENV"'),
    script('echo "A=END" >> "$GITHUB_ENV"'),
  ),
  failing(
    'workflow/github-file-format',
    beforeSetup,
    script('echo "A" >> "$GITHUB_ENV"'),
    script('echo "A=b" >> "$GITHUB_ENV"'),
  ),
  failing('workflow/exit-code', beforeSetup, script('test -n "$NOTHING"'), script('test -n "$GITHUB_SHA"')),
  failing(
    'workflow/aws-get-login-gone',
    beforeSetup,
    script('aws ecr get-login'),
    script('aws ecr get-login-password'),
  ),
  failing(
    'workflow/aws-cli-region-missing',
    'jobs:\n',
    jobBefore('  early:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: aws ecr get-login-password\n'),
    jobBefore('  early:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: aws --version\n'),
  ),
  failing(
    'workflow/aws-cli-without-credentials',
    'jobs:\n',
    jobBefore(
      '  early:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: aws ecr get-login-password --region ap-northeast-1\n',
    ),
  ),
  failing(
    'workflow/login-without-input',
    beforeSetup,
    script(`docker login -u AWS --password-stdin ${host}`),
    script(`aws ecr get-login-password | docker login -u AWS --password-stdin ${host}`),
  ),
  failing(
    'workflow/ecr-user-is-aws',
    beforeSetup,
    script(`aws ecr get-login-password | docker login -u me --password-stdin ${host}`),
    script(`aws ecr get-login-password | docker login -u AWS --password-stdin ${host}`),
  ),
  failing(
    'workflow/token-of-other-region',
    beforeSetup,
    script(`aws ecr get-login-password --region us-east-1 | docker login -u AWS --password-stdin ${host}`),
    script(`aws ecr get-login-password | docker login -u AWS --password-stdin ${host}`),
  ),
  failing(
    'workflow/image-not-local',
    beforeSetup,
    script('docker tag a b'),
    script('docker build -t a .', 'docker tag a b'),
  ),
  failing(
    'workflow/merge-source-missing',
    beforeSetup,
    script(`docker buildx imagetools create -t ${host}/workshop-app:a ${host}/workshop-app:b`),
  ),
  failing(
    'workflow/merge-without-sources',
    beforeSetup,
    script(`docker buildx imagetools create -t ${host}/workshop-app:a`),
  ),
  failing('workflow/unknown-flag', beforeSetup, script('docker build --tags a .'), script('docker build --tag a .')),
  failing('workflow/build-without-context', beforeSetup, script('docker build -t a'), script('docker build -t a .')),
  failing(
    'workflow/builder-missing',
    beforeSetup,
    script('docker buildx use mine'),
    script('docker buildx create --name mine', 'docker buildx use mine'),
  ),
  failing(
    'workflow/expression-fails',
    '${{ github.sha }}',
    "${{ format('{1}', github.sha) }}",
    "${{ format('{0}', github.sha) }}",
  ),
  failing('workflow/unknown-version', 'checkout@v7', 'checkout@v70'),
  failing('workflow/short-sha', 'checkout@v7', 'checkout@de0fac2', 'checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd'),
  failing('workflow/action-not-found', 'docker/setup-qemu-action', 'docker/setup-quemu-action'),
  failing('workflow/workflow-as-step', 'actions/checkout@v7', './.github/workflows/checkout.yml'),
  failing(
    'workflow/local-action-missing',
    '      - uses: actions/checkout@v7\n',
    '      - uses: ./actions/mine\n',
    '      - uses: actions/checkout@v7\n      - uses: ./actions/mine\n',
  ),
  failing('workflow/no-runner', 'ubuntu-24.04', 'ubuntu-lastest'),
  failing('workflow/runner-without-docker', 'ubuntu-24.04', 'macos-15'),
  failing(
    'workflow/matrix-empty',
    '    steps:\n',
    '    strategy:\n      matrix:\n        os: []\n    steps:\n',
    '    strategy:\n      matrix:\n        os: [a]\n    steps:\n',
  ),
];
