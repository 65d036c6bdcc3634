import { describe, expect, test } from 'vitest';
import { findExercise, gradable } from '../../../src/exercises/loader.ts';
import { type Files, type GradeReport, grade } from '../../../src/grading/index.ts';

const exercise = findExercise('ship-it');
if (exercise === undefined) throw new Error('there is no exercise ship-it');
const oneBuild = exercise.solutions.get('1-one-build') ?? {};
const nativeRunners = exercise.solutions.get('2-native-runners') ?? {};

/** Replaces text in files of an answer; each text has to occur. */
function change(files: Files, edits: readonly (readonly [file: string, from: string, to: string])[]): Files {
  const changed: Record<string, string> = { ...files };
  for (const [file, from, to] of edits) {
    const text = changed[file] ?? '';
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    changed[file] = text.replaceAll(from, to);
  }
  return changed;
}

async function missedBy(files: Files): Promise<readonly string[]> {
  return missed(await grade(gradable(exercise as never), files));
}

function missed({ goals }: GradeReport): readonly string[] {
  return goals.filter(({ state }) => state !== 'met').map(({ id }) => id);
}

const download = '"ecr:GetDownloadUrlForLayer",';
const role = 'role/github-actions-ecr-push';
/** The image is built and pushed by commands, without BuildKit's own pusher. */
const classicPush: Files = {
  ...oneBuild,
  'push.yml': (oneBuild['push.yml'] ?? '').replace(
    / {6}- uses: docker\/setup-qemu-action[\s\S]*$/,
    [
      '      - run: |',
      '          docker build -t 111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/workshop-app:main .',
      '          docker push 111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/workshop-app:main',
      '',
    ].join('\n'),
  ),
};
const noProvenance = ['push.yml', '          push: true', '          provenance: false\n          push: true'] as const;

describe('what the texts have to agree on', () => {
  test.each([
    ['six actions are enough for a push that reads nothing', oneBuild, [], []],
    ['a merge of indexes reads no configuration', nativeRunners, [['policy.json', download, '']], []],
    ['a merge of bare manifests does', nativeRunners, [['policy.json', download, ''], noProvenance], ['may-push']],
    ['and passes with the seventh action', nativeRunners, [noProvenance], []],
    [
      'buildx asks for manifests before it puts them',
      oneBuild,
      [['policy.json', '"ecr:BatchGetImage",', '']],
      ['may-push'],
    ],
    ['docker push by the daemon does not', classicPush, [['policy.json', '"ecr:BatchGetImage",', '']], []],
    ['the role is known by its ARN', oneBuild, [['push.yml', role, 'role/somebody-else']], ['assumes-the-role']],
    [
      'a `sub` with ids meets the token of a repository that sends them',
      oneBuild,
      [
        [
          'trust-policy.json',
          'repo:octo-workshop/workshop-app:',
          'repo:octo-workshop@40010010/workshop-app@812345678:',
        ],
      ],
      [],
    ],
    [
      'ids of another repository do not',
      oneBuild,
      [['trust-policy.json', 'repo:octo-workshop/workshop-app:', 'repo:octo-workshop@40010010/workshop-app@1:']],
      ['assumes-the-role'],
    ],
    [
      'a job with an environment is met by a `sub` with it',
      oneBuild,
      [
        ['push.yml', '    steps:', '    environment: production\n    steps:'],
        ['trust-policy.json', 'ref:refs/heads/main', 'environment:production'],
      ],
      [],
    ],
    [
      'the task looks for its own tag',
      oneBuild,
      [['push.yml', 'workshop-app:main', 'workshop-app:latest']],
      ['pulls-the-image'],
    ],
    [
      'an image for another processor is no image',
      oneBuild,
      [['push.yml', 'linux/amd64,linux/arm64', 'linux/arm64']],
      ['pulls-the-image'],
    ],
  ] as const)('%s', async (_, files, edits, expected) => {
    expect(await missedBy(change(files, edits))).toEqual(expected);
  });
});

test('a file that the real system refuses stops everything, and its faults are said', async () => {
  const report = await grade(
    gradable(exercise),
    change(oneBuild, [['policy.json', '"Effect": "Allow"', '"Effect": "allow"']]),
  );
  expect(report.verdict).toBe('unreadable');
  expect(report.trace).toEqual([]);
  expect(report.diagnostics.some(({ severity, range }) => severity === 'error' && range.file === 'policy.json')).toBe(
    true,
  );
});

test('a missing file is named', async () => {
  const { 'policy.json': _, ...others } = oneBuild;
  const report = await grade(gradable(exercise), others);
  expect(report.verdict).toBe('unreadable');
  expect(report.diagnostics.map(({ message, range }) => [message.code, range.file])).toContainEqual([
    'core/missing-file',
    'policy.json',
  ]);
});

test('each call to AWS stands under the step of the workflow that makes it, before the operation that it decides', async () => {
  const { trace } = await grade(gradable(exercise), nativeRunners);
  const steps = trace.map(({ group, operation }) => `${operation} of ${group}`);
  expect(steps.filter((step) => step.startsWith('run-on-main'))).toEqual(
    ['build (amd64, ubuntu-24.04)', 'build (arm64, ubuntu-24.04-arm)', 'merge'].map(
      (leg) => `run-on-main of ${leg} / Run aws-actions/configure-aws-credentials@v6`,
    ),
  );
  for (const [index, { operation, group }] of trace.entries()) {
    if (operation !== 'assume-role' && operation !== 'push-image') continue;
    expect(trace[index - 1]).toMatchObject({ operation: expect.stringMatching(/run-on-main|registry-call/), group });
  }
});

test('the trust policy that refuses the run is named before the run goes on', async () => {
  const { trace } = await grade(
    gradable(exercise),
    change(oneBuild, [['trust-policy.json', 'heads/main', 'heads/release']]),
  );
  const [line, decision] = trace.filter(({ outcome }) => outcome === 'denied');
  expect(line).toMatchObject({ operation: 'step', stops: true });
  expect(decision).toMatchObject({ operation: 'run-on-main', group: line?.group });
  expect(decision?.decidedBy.map(({ file }) => file)).toContain('trust-policy.json');
});

test('what the policies grant beyond the run is a warning and no failure', async () => {
  const report = await grade(
    gradable(exercise),
    change(oneBuild, [['policy.json', '"ecr:PutImage"', '"ecr:PutImage", "ecr:DeleteRepository"']]),
  );
  expect(report.verdict).toBe('passed');
  expect(report.diagnostics.some(({ severity, range }) => severity === 'warning' && range.file === 'policy.json')).toBe(
    true,
  );
});

test('a refused token is told in the words of the action, once', async () => {
  const report = await grade(gradable(exercise), exercise.starter);
  const refusals = report.trace.filter(({ operation }) => operation === 'assume-role').map(({ said }) => said);
  expect(refusals).toEqual([
    'Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity',
  ]);
});

describe('a task that finds no image for itself', () => {
  const denied = async (edits: Parameters<typeof change>[1]) => {
    const { trace } = await grade(gradable(exercise), change(oneBuild, edits));
    return trace.find(({ operation }) => operation === 'get-manifest');
  };

  test.each([
    ['of its tag', [['push.yml', 'workshop-app:main', 'workshop-app:latest']], 'network/tag-absent'],
    ['of its processor', [['push.yml', 'linux/amd64,linux/arm64', 'linux/arm64']], 'network/platform-absent'],
  ] as const)('%s is led to the push in the workflow', async (_, edits, code) => {
    const step = await denied(edits);
    expect(step).toMatchObject({ outcome: 'denied', message: { code } });
    expect(step?.decidedBy.map(({ file }) => file)).toEqual(['push.yml']);
  });
});

test('what lies in the repository is said before the task starts: each tag, each platform', async () => {
  const { trace } = await grade(gradable(exercise), oneBuild);
  const published = trace.filter(({ operation }) => operation === 'publish');
  expect(published.map(({ call }) => call)).toEqual([
    'workshop-app:main, linux/amd64',
    'workshop-app:main, linux/arm64',
  ]);
  expect(trace.indexOf(published[0] as never)).toBeLessThan(trace.findIndex(({ group }) => group === 'PENDING'));
});

test('a refused push leaves nothing in the repository', async () => {
  const { trace } = await grade(gradable(exercise), exercise.starter);
  expect(trace.some(({ operation }) => operation === 'publish')).toBe(false);
});
