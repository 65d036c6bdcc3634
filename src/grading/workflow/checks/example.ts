import type { Example } from '../../core/rule.ts';

/** A workflow that every check leaves in peace; examples are made of it by one change. */
export const base = `name: Push to Amazon ECR
on:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  push:
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    permissions:
      contents: read
      id-token: write
    steps:
      - uses: actions/checkout@v7
      - uses: aws-actions/configure-aws-credentials@v6
        with:
          role-to-assume: arn:aws:iam::111122223333:role/github-actions-ecr-push
          aws-region: ap-northeast-1
      - id: login
        uses: aws-actions/amazon-ecr-login@v2
      - uses: docker/setup-qemu-action@v4
      - uses: docker/setup-buildx-action@v4
      - id: build
        uses: docker/build-push-action@v7
        with:
          context: .
          platforms: linux/amd64,linux/arm64
          push: true
          tags: \${{ steps.login.outputs.registry }}/workshop-app:\${{ github.sha }}
`;

/** An example by one change to the workflow that passes: `from` is what stands there, `to` what the failing text has instead. */
export function changed(from: string, to: string, alsoPasses?: string): Example {
  return { fails: replaced(from, to), passes: alsoPasses === undefined ? base : replaced(from, alsoPasses) };
}

/** The same, graded as an answer to an exercise: for what only a run shows. */
export function changedInRun(from: string, to: string, alsoPasses?: string): Example {
  return { ...changed(from, to, alsoPasses), exercise: 'workflow-multi-platform' };
}

/** An example by a step put in before the build. */
export function withStep(fails: string, passes: string): Example {
  const place = '      - uses: docker/setup-qemu-action@v4\n';
  const put = (step: string) => replaced(place, indented(step) + place);
  return { fails: put(fails), passes: put(passes) };
}

function indented(step: string): string {
  return step
    .split('\n')
    .map((line) => (line === '' ? '' : `      ${line}`))
    .join('\n')
    .concat('\n');
}

function replaced(from: string, to: string): string {
  return base.replace(from, () => to);
}
