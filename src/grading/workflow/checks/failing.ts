import type { Check } from '../../core/rule.ts';
import { ecrLogin, failing, host, jobBefore, role, tag } from './check.ts';

const region = '          aws-region: ap-northeast-1';
const buildx = '      - uses: docker/setup-buildx-action@v4\n';
const dockerLogin = (lines: string): string => `      - uses: docker/login-action@v4\n${lines}${ecrLogin}`;
const earlyLogin = '  early:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: aws-actions/amazon-ecr-login@v2\n';

/** Checks of steps and jobs that fail. */
export const failingChecks: readonly Check[] = [
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
  failing(
    'workflow/token-file-missing',
    region,
    `${region}\n          web-identity-token-file: /tmp/token`,
    `${region}\n          web-identity-token-file: ''`,
  ),
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
  failing('workflow/repository-not-found', 'workshop-app:', 'workshop-api:'),
  failing('workflow/no-files-to-build', '      - uses: actions/checkout@v7\n', ''),
  failing('workflow/upper-case-name', 'workshop-app:', 'Workshop-App:'),
  failing('workflow/invalid-tag', '${{ github.sha }}', '${{ github.head_ref }}'),
  failing('workflow/push-without-tag', `          tags: ${tag}\n`, ''),
  failing('workflow/multi-platform-docker-driver', buildx, ''),
  failing('workflow/load-multi-platform', 'push: true', 'load: true'),
  failing('workflow/unknown-platform', 'linux/arm64', 'linux/arm46'),
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
    'workflow/artifact-name-taken',
    '    steps:\n',
    '    steps:\n      - uses: actions/upload-artifact@v7\n        with: { path: a }\n      - uses: actions/upload-artifact@v7\n        with: { path: b }\n',
    '    steps:\n      - uses: actions/upload-artifact@v7\n        with: { path: a }\n      - uses: actions/upload-artifact@v7\n        with: { path: b, name: b }\n',
  ),
  failing(
    'workflow/matrix-empty',
    '    steps:\n',
    '    strategy:\n      matrix:\n        os: []\n    steps:\n',
    '    strategy:\n      matrix:\n        os: [a]\n    steps:\n',
  ),
];
