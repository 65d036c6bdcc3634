import { describe, expect, it } from 'vitest';
import { findExercise, gradable, textOf } from '../../src/exercises/loader.ts';
import { type Files, grade } from '../../src/grading/index.ts';
import { loadChecks } from '../../src/messages/index.ts';
import { type Report, renderReport } from '../../src/report/index.ts';
import { stationsOf } from '../../src/workbench/shipped/stations.ts';
import { shippedBy } from '../../src/workbench/shipped/summary.ts';

const exercise = findExercise('ship-it');
if (exercise === undefined) throw new Error('there is no exercise ship-it');
const solution = exercise.solutions.get('1-one-build') ?? {};

async function reportOn(files: Files): Promise<Report> {
  const { goals } = textOf(exercise as never, 'en');
  return renderReport(await grade(gradable(exercise as never), files), files, goals, await loadChecks('en'));
}

/** A passing answer with one file of the starter, so that one text does not fit the others. */
const withStarter = (file: string): Files => ({ ...solution, [file]: exercise?.starter[file] ?? '' });

describe('the stations of the run', () => {
  it.each([
    ['push.yml', 'image'],
    ['trust-policy.json', 'role'],
    ['policy.json', 'calls'],
    ['endpoints.yaml', 'task'],
  ] as const)('%s of the starter is refused at its own station, and leads into that file', async (file, name) => {
    const refused = stationsOf(await reportOn(withStarter(file))).filter(({ state }) => state === 'denied');
    expect(refused[0]?.name).toBe(name);
    expect(refused[0]?.step?.step.decidedBy.map((range) => range.file) ?? []).toEqual(
      file === 'endpoints.yaml' ? [] : expect.arrayContaining([file]),
    );
  });

  it('all work when the four texts agree', async () => {
    const stations = stationsOf(await reportOn(solution));
    expect(stations.map(({ name, state, reached }) => [name, state, reached])).toEqual(
      ['run', 'role', 'calls', 'image', 'task'].map((name) => [name, 'allowed', true]),
    );
  });

  it('are missing where the run has no such operation', async () => {
    const files = {
      ...solution,
      'push.yml': 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps: [{ run: "true" }]\n',
    };
    const states = Object.fromEntries(stationsOf(await reportOn(files)).map(({ name, state }) => [name, state]));
    expect(states).toMatchObject({ run: 'allowed', role: 'missing', calls: 'missing' });
  });
});

describe('the summary', () => {
  it('names what was shipped in the names of the run', async () => {
    expect(shippedBy(await reportOn(solution))).toEqual({
      images: ['workshop-app:main (linux/amd64, linux/arm64)'],
      event: 'push refs/heads/main',
      role: 'arn:aws:iam::111122223333:role/github-actions-ecr-push',
      reached: ['ssm', 'ecr.api', 'logs', 'ecr.dkr', 's3', 'ssmmessages'],
      goals: Object.values(textOf(exercise as never, 'en').goals),
    });
  });
});
