import { expect, test } from 'vitest';
import { tagNames } from '../../../src/grading/workflow/actions/metadata-versions.ts';
import { gradeText } from './grade-case.ts';

const onMain = {
  name: 'push',
  ref: 'refs/heads/main',
  sha: '8f3c1a6d2b9e4705c1d8f6a3b2e49c7d5a0f1e63',
  repository: 'octo/app',
  defaultBranch: 'main',
  private: true,
  actor: 'octocat',
  runNumber: 1,
};
const release = { ...onMain, ref: 'refs/tags/v1.2.3' };
const candidate = { ...onMain, ref: 'refs/tags/v2.0.0-rc.1' };
const snapshot = { ...onMain, ref: 'refs/tags/nightly' };
const nightly = { ...onMain, name: 'schedule' };
const pull = { base: 'main', head: 'dev', isFromFork: false };
const pullRequest = { ...onMain, name: 'pull_request', ref: 'refs/pull/7/merge', pull };
const whole = 'type=semver,pattern={{version}}';
const short = 'type=semver,pattern={{major}}.{{minor}}';

test.each([
  ['a release has each pattern, and is the latest', release, [whole, short], [], ['1.2.3', '1.2', 'latest']],
  ['what is before a release has its whole name alone', candidate, [whole, short], [], ['2.0.0-rc.1']],
  ['a tag that is no version gives none', snapshot, [whole], [], []],
  ['nor does a branch', onMain, [whole], [], []],
  ['a value stands for the tag', onMain, ['type=semver,pattern=v{{major}},value=v3.1.0'], [], ['v3', 'latest']],
  ['a version of Python', release, ['type=pep440,pattern={{major}}'], [], ['1', 'latest']],
  ['a tag by its name is the latest', release, ['type=ref,event=tag'], [], ['v1.2.3', 'latest']],
  ['a branch is not', onMain, ['type=ref,event=branch'], [], ['main']],
  ['flavor says so', onMain, ['type=ref,event=branch'], ['latest=true'], ['main', 'latest']],
  ['or against it', release, [whole], ['latest=false'], ['1.2.3']],
  ['without a tag none is the latest', onMain, [whole], ['latest=true'], []],
  ['the highest priority comes first', onMain, ['type=sha', 'type=ref,event=branch'], [], ['main', 'sha-8f3c1a6']],
  ['a priority of its own', onMain, ['type=ref,event=branch', 'type=sha,priority=601'], [], ['sha-8f3c1a6', 'main']],
  ['the first decides on latest', release, [whole, 'type=sha,priority=950'], [], ['sha-8f3c1a6', '1.2.3']],
  ['flavor ends each name', release, [whole], ['suffix=-slim'], ['1.2.3-slim', 'latest']],
  ['that of latest too', release, [whole], ['suffix=-slim,onlatest=true'], ['1.2.3-slim', 'latest-slim']],
  ['a rule can do without', onMain, ['type=sha', 'type=raw,value=a,prefix='], ['prefix=x-'], ['a', 'sha-8f3c1a6']],
  ['a schedule', nightly, ['type=schedule'], [], ['nightly']],
  ['a push is none', onMain, ['type=schedule'], [], []],
  ['a pull request into main', pullRequest, ['type=raw,value=edge,enable={{is_default_branch}}'], [], ['edge']],
  ['a pull request', pullRequest, ['type=ref,event=pr', 'type=edge'], [], ['pr-7']],
])('%s', (_, event, rules, flavor, names) => {
  expect(tagNames({ rules, flavor, event })).toEqual(names);
});

function tagsPrinted(images: number, rules: number): number {
  const lines = (total: number, line: string) =>
    Array.from({ length: total }, (_, index) => `            ${line}${index}\n`).join('');
  const text = `on: push
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - uses: docker/metadata-action@v6
        with:
          images: |
${lines(images, 'a/b')}          tags: |
${lines(rules, 'type=raw,value=v')}`;
  const step = gradeText('workflow-four-steps', text).trace.find(
    ({ said }) => said?.startsWith('Docker tags') === true,
  );
  return (step?.said ?? '').split('\n').length - 1;
}

test('each image has each tag', () => {
  expect(tagsPrinted(3, 4)).toBe(12);
});

test('thousands of images with thousands of tags are not all made', () => {
  expect(tagsPrinted(2000, 2000)).toBeLessThanOrEqual(1000);
});
