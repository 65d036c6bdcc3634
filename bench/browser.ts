import { findExercise, gradable } from '../src/exercises/loader.ts';
import type { Exercise, Files } from '../src/grading/index.ts';

/** A submission that a page may send to its worker. */
export interface Submission {
  readonly what: string;
  readonly exercise: Exercise;
  readonly files: Files;
}

/** What the worker is timed with in a browser: a workflow as long as most, and one whose aliases stand for millions of values. */
export function browserSubmissions(): readonly Submission[] {
  const exercise = findExercise('workflow-multi-platform');
  if (exercise === undefined) throw new Error('The exercise workflow-multi-platform is gone');
  const submission = (what: string, text: string): Submission => ({
    what,
    exercise: gradable(exercise),
    files: { 'push.yml': text },
  });
  return [
    submission('Chromium: a report on a workflow of 60 lines', sixtyLines),
    submission('Chromium: a bomb of aliases', aliasBomb(9)),
  ];
}

/** Nine references to the level below on every level. */
function aliasBomb(levels: number): string {
  const level = (at: number): string =>
    `        l${at}: &l${at} [${Array.from({ length: 9 }, () => (at === 0 ? 'x' : `*l${at - 1}`)).join(', ')}]\n`;
  const matrix = Array.from({ length: levels }, (_, at) => level(at)).join('');
  return `on: push\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    strategy:\n      matrix:\n${matrix}    steps:\n      - run: echo\n`;
}

const sixtyLines = `name: Push to Amazon ECR
on:
  push:
    branches: [main]
permissions:
  contents: read
env:
  AWS_REGION: ap-northeast-1
  ECR_REPOSITORY: workshop-app
jobs:
  test:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    steps:
      - name: Checkout
        uses: actions/checkout@v7
      - name: Set up Node
        uses: actions/setup-node@v6
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: npm test
  push:
    needs: test
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    permissions:
      contents: read
      id-token: write
    outputs:
      digest: \${{ steps.build.outputs.digest }}
    steps:
      - name: Checkout
        uses: actions/checkout@v7
      - name: Configure AWS credentials
        uses: aws-actions/configure-aws-credentials@v6
        with:
          role-to-assume: arn:aws:iam::111122223333:role/github-actions-ecr-push
          aws-region: \${{ env.AWS_REGION }}
      - name: Log in to Amazon ECR
        id: login
        uses: aws-actions/amazon-ecr-login@v2
      - name: Set up QEMU
        uses: docker/setup-qemu-action@v4
      - name: Set up Buildx
        uses: docker/setup-buildx-action@v4
      - name: Build and push
        id: build
        uses: docker/build-push-action@v7
        with:
          context: .
          platforms: linux/amd64,linux/arm64
          push: true
          tags: \${{ steps.login.outputs.registry }}/\${{ env.ECR_REPOSITORY }}:\${{ github.sha }}
      - name: Say what was pushed
        run: |
          echo "Pushed $DIGEST" >> "$GITHUB_STEP_SUMMARY"
        env:
          DIGEST: \${{ steps.build.outputs.digest }}
`;
