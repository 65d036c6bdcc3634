import type { Check } from '../../core/rule.ts';
import { sources } from '../facts/sources.ts';
import { beforeSetup, check, ecrLogin, failing, host, jobBefore, role, tag } from './check.ts';
import { base, changed, changedInRun } from './example.ts';

const credentials = `      - uses: aws-actions/configure-aws-credentials@v6\n        with:\n          ${role}\n          aws-region: ap-northeast-1\n`;
const inFourSteps = (from: string, to: string) => ({ ...changed(from, to), exercise: 'workflow-four-steps' });

/** Checks of what only the run shows, though nothing in it need fail. */
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
    fails: base.replace('      - uses: actions/checkout@v7\n', '').replace('          context: .\n', ''),
    passes: base,
    exercise: 'workflow-four-steps',
  }),
  check('workflow/platform-not-served', sources.multiPlatform, changedInRun('linux/amd64,linux/arm64', 'linux/arm64')),
  check(
    'workflow/only-digests',
    sources.multiPlatform,
    changedInRun(
      `          push: true\n          tags: ${tag}\n`,
      `          outputs: type=image,name=${host}/workshop-app,push-by-digest=true,name-canonical=true,push=true\n`,
    ),
  ),
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
  check('workflow/platform-meant', sources.multiPlatform, changedInRun('linux/arm64', 'linux/arm46'), 'info'),
  check('workflow/no-emulation', sources.setupQemu, changedInRun(beforeSetup, ''), 'warning'),
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
  check(
    'workflow/metadata-images-missing',
    sources.metadata,
    changedInRun(
      beforeSetup,
      `      - uses: docker/metadata-action@v6\n${beforeSetup}`,
      `      - uses: docker/metadata-action@v6\n        with:\n          images: a\n${beforeSetup}`,
    ),
    'warning',
  ),
  failing(
    'workflow/metadata-tag-rule',
    beforeSetup,
    `      - uses: docker/metadata-action@v6\n        with:\n          images: a\n          tags: type=latest\n${beforeSetup}`,
    `      - uses: docker/metadata-action@v6\n        with:\n          images: a\n          tags: type=raw,value=latest\n${beforeSetup}`,
  ),
];
