import type { Files } from '../../../src/grading/core/types.ts';

/** What the event starts: one job that calls. */
const caller = `name: Push
on:
  push:
    branches: [main]
jobs:
  ship:
    permissions:
      contents: read
      id-token: write
    uses: ./.github/workflows/build.yml
    with:
      repository: workshop-app
      platforms: linux/amd64,linux/arm64
    secrets:
      ROLE: \${{ secrets.AWS_ROLE }}
`;

/** What is called: all the work. */
const called = `name: Build
on:
  workflow_call:
    inputs:
      repository:
        type: string
        required: true
      platforms:
        type: string
        default: linux/amd64
      push:
        type: boolean
        default: true
      retries:
        type: number
    secrets:
      ROLE:
        required: true
    outputs:
      image:
        value: \${{ jobs.build.outputs.image }}
jobs:
  build:
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    outputs:
      image: \${{ inputs.repository }}
    steps:
      - uses: actions/checkout@v6
      - uses: aws-actions/configure-aws-credentials@v6
        with:
          role-to-assume: \${{ secrets.ROLE }}
          aws-region: ap-northeast-1
      - id: login
        uses: aws-actions/amazon-ecr-login@v2
      - uses: docker/setup-qemu-action@v4
      - uses: docker/setup-buildx-action@v4
      - uses: docker/build-push-action@v7
        with:
          context: .
          platforms: \${{ inputs.platforms }}
          push: \${{ inputs.push }}
          tags: \${{ steps.login.outputs.registry }}/\${{ inputs.repository }}:\${{ github.sha }}
`;

export const base: Files = { 'push.yml': caller, 'build.yml': called };

/** One change or several to the two files, and what has to come of them. */
export interface CallCase {
  readonly id: string;
  readonly edits: readonly (readonly [file: string, from: string, to: string])[];
  /** More files of the submission. */
  readonly beside?: Files;
  readonly verdict: 'passed' | 'failed' | 'undecided' | 'unreadable';
  /** An error or a warning that has to be raised, and the text that it underlines. */
  readonly raises?: readonly [code: string, underlined: string];
}

const inner = 'on: workflow_call\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo test\n';
const role = '    secrets:\n      ROLE: ${{ secrets.AWS_ROLE }}\n';
const grants = '    permissions:\n      contents: read\n      id-token: write\n';
const uses = './.github/workflows/build.yml';

/** A chain of workflows, each of which calls the next; the last one calls `build.yml`. */
function chain(length: number): Files {
  const link = (at: number): string => {
    const next = at === length ? 'build.yml' : `link-${at + 1}.yml`;
    const inputs =
      at === length ? '    with:\n      repository: workshop-app\n      platforms: linux/amd64,linux/arm64\n' : '';
    return `on: workflow_call\njobs:\n  next:\n    uses: ./.github/workflows/${next}\n${inputs}    secrets: inherit\n`;
  };
  return Object.fromEntries(Array.from({ length }, (_, at) => [`link-${at + 1}.yml`, link(at + 1)]));
}

const intoChain: CallCase['edits'][number][] = [
  ['push.yml', 'build.yml', 'link-1.yml'],
  ['push.yml', '    with:\n      repository: workshop-app\n      platforms: linux/amd64,linux/arm64\n', ''],
  ['push.yml', role, '    secrets: inherit\n'],
];

export const callCases: readonly CallCase[] = [
  { id: 'a call that does all the work', edits: [], verdict: 'passed' },
  {
    id: 'names of inputs and secrets in another case',
    edits: [
      ['push.yml', '      repository:', '      Repository:'],
      ['push.yml', '      ROLE:', '      role:'],
    ],
    verdict: 'passed',
  },
  { id: 'all secrets handed on', edits: [['push.yml', role, '    secrets: inherit\n']], verdict: 'passed' },
  {
    id: 'permissions at the top of the caller',
    edits: [
      ['push.yml', grants, ''],
      ['push.yml', 'jobs:\n', 'permissions:\n  contents: read\n  id-token: write\njobs:\n'],
    ],
    verdict: 'passed',
  },
  {
    id: 'the called job names less than it may',
    edits: [
      ['build.yml', '    runs-on', '    permissions: { contents: read, id-token: write }\n    runs-on'],
      ['push.yml', 'id-token: write', 'id-token: write\n      packages: write'],
    ],
    verdict: 'passed',
  },
  {
    id: 'a default where the call says nothing',
    edits: [
      ['push.yml', '      platforms: linux/amd64,linux/arm64\n', ''],
      ['build.yml', 'default: linux/amd64', 'default: linux/amd64,linux/arm64'],
    ],
    verdict: 'passed',
  },
  {
    id: 'a truth value by an expression',
    edits: [['push.yml', '    secrets', "      push: ${{ github.ref_name == 'main' }}\n    secrets"]],
    verdict: 'passed',
  },
  {
    id: 'a number for a text',
    edits: [
      ['build.yml', '      push:\n', '      label: { type: string }\n      push:\n'],
      ['push.yml', '    secrets', '      label: 42\n    secrets'],
    ],
    verdict: 'passed',
  },
  {
    id: 'a test of its own in a second file',
    edits: [
      ['push.yml', 'jobs:\n', 'jobs:\n  test:\n    uses: ./.github/workflows/test.yml\n'],
      [
        'push.yml',
        '    uses: ./.github/workflows/build.yml',
        '    needs: test\n    uses: ./.github/workflows/build.yml',
      ],
    ],
    beside: { 'test.yml': inner },
    verdict: 'passed',
  },
  {
    id: 'a matrix of platforms that calls once for both',
    edits: [
      [
        'push.yml',
        '    uses:',
        '    strategy:\n      matrix:\n        platforms: ["linux/amd64,linux/arm64"]\n    uses:',
      ],
      [
        'push.yml',
        'platforms: linux/amd64,linux/arm64\n    secrets',
        'platforms: ${{ matrix.platforms }}\n    secrets',
      ],
    ],
    verdict: 'passed',
  },
  {
    id: 'a file that nobody calls is nobody’s business',
    edits: [],
    beside: { 'broken.yml': 'on: [' },
    verdict: 'passed',
  },
  { id: 'nine links between', edits: intoChain, beside: chain(9), verdict: 'passed' },
  {
    id: 'ten links between',
    edits: intoChain,
    beside: chain(10),
    verdict: 'unreadable',
    raises: ['workflow/calls-too-deep', './.github/workflows/build.yml'],
  },

  {
    id: 'a file that is not there',
    edits: [['push.yml', uses, './.github/workflows/publish.yml']],
    verdict: 'failed',
    raises: ['workflow/cannot-see-inside', './.github/workflows/publish.yml'],
  },
  {
    id: 'a workflow of another repository',
    edits: [['push.yml', uses, 'octo-org/flows/.github/workflows/build.yml@v1']],
    verdict: 'failed',
    raises: ['workflow/cannot-see-inside', 'octo-org/flows/.github/workflows/build.yml@v1'],
  },
  {
    id: 'a version behind a file of the same commit',
    edits: [['push.yml', uses, `${uses}@main`]],
    verdict: 'unreadable',
    raises: ['workflow/malformed-call', `${uses}@main`],
  },
  {
    id: 'no version of another repository',
    edits: [['push.yml', uses, 'octo-org/flows/.github/workflows/build.yml']],
    verdict: 'unreadable',
    raises: ['workflow/malformed-call', 'octo-org/flows/.github/workflows/build.yml'],
  },
  {
    id: 'a folder in between',
    edits: [['push.yml', uses, './.github/workflows/docker/build.yml']],
    verdict: 'unreadable',
    raises: ['workflow/malformed-call', './.github/workflows/docker/build.yml'],
  },
  {
    id: 'outside of the folder',
    edits: [['push.yml', uses, './workflows/build.yml']],
    verdict: 'unreadable',
    raises: ['workflow/malformed-call', './workflows/build.yml'],
  },
  {
    id: 'without the dot',
    edits: [['push.yml', uses, '.github/workflows/build.yml@main']],
    verdict: 'unreadable',
    raises: ['workflow/malformed-call', '.github/workflows/build.yml@main'],
  },
  {
    id: 'an action in place of a workflow',
    edits: [['push.yml', uses, 'docker/build-push-action@v7']],
    verdict: 'unreadable',
    raises: ['workflow/malformed-call', 'docker/build-push-action@v7'],
  },
  {
    id: 'no workflow_call',
    edits: [['build.yml', /* its event */ '  workflow_call:', '  workflow_dispatch:']],
    verdict: 'unreadable',
  },
  {
    id: 'only a push in what is called',
    edits: [['push.yml', uses, './.github/workflows/test.yml']],
    beside: { 'test.yml': inner.replace('workflow_call', 'push') },
    verdict: 'unreadable',
    raises: ['workflow/not-callable', './.github/workflows/test.yml'],
  },
  {
    id: 'an input left out',
    edits: [['push.yml', '      repository: workshop-app\n', '']],
    verdict: 'unreadable',
    raises: ['workflow/call-input-missing', uses],
  },
  {
    id: 'an input misspelt',
    edits: [['push.yml', '      platforms:', '      platform:']],
    verdict: 'unreadable',
    raises: ['workflow/call-input-unknown', 'platform'],
  },
  {
    id: 'a quoted truth value',
    edits: [['push.yml', '    secrets', "      push: 'true'\n    secrets"]],
    verdict: 'unreadable',
    raises: ['workflow/call-input-type', "'true'"],
  },
  {
    id: 'yes is a text',
    edits: [['push.yml', '    secrets', '      push: yes\n    secrets']],
    verdict: 'unreadable',
    raises: ['workflow/call-input-type', 'yes'],
  },
  {
    id: 'a word for a number',
    edits: [['push.yml', '    secrets', '      retries: three\n    secrets']],
    verdict: 'unreadable',
    raises: ['workflow/call-input-type', 'three'],
  },
  {
    id: 'a default of the wrong type',
    edits: [['build.yml', '        default: true', "        default: 'on'"]],
    verdict: 'unreadable',
    raises: ['workflow/call-input-type', "'on'"],
  },
  {
    id: 'a text by an expression for a truth value',
    edits: [['push.yml', '    secrets', '      push: ${{ github.ref_name }}\n    secrets']],
    verdict: 'failed',
    raises: ['workflow/call-input-type', '${{ github.ref_name }}'],
  },
  {
    id: 'a secret left out',
    edits: [['push.yml', role, '']],
    verdict: 'unreadable',
    raises: ['workflow/call-secret-missing', uses],
  },
  {
    id: 'a secret misspelt',
    edits: [['push.yml', '      ROLE:', '      ROLL:']],
    verdict: 'unreadable',
    raises: ['workflow/call-secret-unknown', 'ROLL'],
  },
  {
    id: 'a secret that nobody declares or hands over',
    edits: [
      ['build.yml', '    secrets:\n      ROLE:\n        required: true\n', ''],
      ['push.yml', role, ''],
    ],
    verdict: 'failed',
    raises: ['workflow/secret-not-passed', uses],
  },
  {
    id: 'the called job asks for more',
    edits: [
      ['push.yml', '      id-token: write\n', ''],
      ['build.yml', '    runs-on', '    permissions: { contents: read, id-token: write }\n    runs-on'],
    ],
    verdict: 'unreadable',
    raises: ['workflow/call-permissions', 'ship'],
  },
  {
    id: 'the called workflow asks for more',
    edits: [
      ['push.yml', 'contents: read', 'contents: none'],
      ['build.yml', 'jobs:\n  build', 'permissions:\n  contents: write\njobs:\n  build'],
    ],
    verdict: 'unreadable',
    raises: ['workflow/call-permissions', 'ship'],
  },
  {
    id: 'a word for all scopes asks for more',
    edits: [['build.yml', 'jobs:\n  build', 'permissions: read-all\njobs:\n  build']],
    verdict: 'unreadable',
    raises: ['workflow/call-permissions', 'ship'],
  },
  {
    id: 'nobody grants the token, nobody asks',
    edits: [['push.yml', grants, '']],
    verdict: 'failed',
    raises: ['workflow/no-oidc-token', 'ship'],
  },
  {
    id: 'the called job lowers what it may do',
    edits: [['build.yml', '    runs-on', '    permissions: { contents: read }\n    runs-on']],
    verdict: 'failed',
    raises: ['workflow/no-oidc-token', 'permissions: { contents: read }'],
  },
  {
    id: 'the environment of the caller stays with it',
    edits: [
      ['push.yml', 'jobs:\n', 'env:\n  REPOSITORY: workshop-app\njobs:\n'],
      ['build.yml', '}}/${{ inputs.repository }}:', '}}/${{ env.REPOSITORY }}:'],
    ],
    verdict: 'failed',
    raises: ['workflow/unknown-env', 'REPOSITORY'],
  },
  {
    id: 'a call that its condition leaves out',
    edits: [['push.yml', '    uses:', "    if: github.ref_name == 'dev'\n    uses:"]],
    verdict: 'failed',
  },
  {
    id: 'nothing pushed by order of the caller',
    edits: [['push.yml', '    secrets', '      push: false\n    secrets']],
    verdict: 'failed',
  },
  {
    id: 'one platform by order of the caller',
    edits: [['push.yml', 'linux/amd64,linux/arm64', 'linux/arm64']],
    verdict: 'failed',
  },
  {
    id: 'a fault in the called file',
    edits: [['build.yml', '    runs-on:', '    runs_on:']],
    verdict: 'unreadable',
    raises: ['workflow/unknown-key', 'runs_on'],
  },
  {
    id: 'a call in a circle',
    edits: [
      [
        'build.yml',
        'jobs:\n',
        `jobs:\n  again:\n    uses: ${uses}\n    with: { repository: a }\n    secrets: inherit\n`,
      ],
    ],
    verdict: 'unreadable',
    raises: ['workflow/calls-too-deep', uses],
  },
  {
    id: 'an output that the called workflow does not hand back',
    edits: [
      [
        'push.yml',
        '  ship:',
        '  tell:\n    needs: ship\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo "$IMAGE"\n        env:\n          IMAGE: ${{ needs.ship.outputs.picture }}\n  ship:',
      ],
    ],
    verdict: 'passed',
    raises: ['workflow/unknown-job-output', 'picture'],
  },
  {
    id: 'an output that the called job does not have',
    edits: [['build.yml', 'jobs.build.outputs.image', 'jobs.build.outputs.picture']],
    verdict: 'passed',
    raises: ['workflow/unknown-job-output', 'picture'],
  },
];
