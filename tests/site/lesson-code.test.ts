import { describe, expect, test } from 'vitest';
import { gradable, loadExercise } from '../../src/exercises/load-exercise.ts';
import { type Domain, grade, lint } from '../../src/grading/index.ts';
import { blocksIn, type FencedBlock, lessonSources } from './lesson-source.ts';

/**
 * Code in a lesson is checked by the graders that check the learner. The words after the fence say how:
 * `policy`, `trust`, `workflow`, `step` or `endpoints`, then `lint`, `passes="<exercise>"` or `fails="<exercise>"`.
 */
const kinds: Readonly<Record<string, { readonly domain: Domain; readonly file: string }>> = {
  policy: { domain: 'iam', file: 'policy.json' },
  trust: { domain: 'iam', file: 'trust-policy.json' },
  workflow: { domain: 'workflow', file: 'push.yml' },
  step: { domain: 'workflow', file: 'push.yml' },
  endpoints: { domain: 'network', file: 'endpoints.yaml' },
};

const blocks = lessonSources.flatMap(({ id, body }) =>
  blocksIn(body)
    .filter(({ language }) => language === 'json' || language === 'yaml')
    .map((block, index) => ({ place: `${id} block ${index + 1}`, block })),
);

describe.each(blocks)('$place', ({ block }) => {
  const [kind = '', ...checks] = block.meta.split(' ');

  test('says what it is and how it is checked', () => {
    expect(Object.keys(kinds)).toContain(kind);
    expect(checks.length).toBeGreaterThan(0);
    for (const check of checks) expect(check).toMatch(/^(lint|(passes|fails)="[a-z0-9-]+")$/);
  });

  test.each(checks)('%s', async (check) => {
    const { domain, file } = kinds[kind] ?? { domain: 'iam' as const, file: '' };
    const files = { [file]: textOf(kind, block) };
    const [how, exercise] = /^(\w+)(?:="(.+)")?$/.exec(check)?.slice(1) ?? [];
    if (how === 'lint') {
      const found = await lint(domain, files, { policyType: kind === 'trust' ? 'trust' : 'identity' });
      expect(found.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
      return;
    }
    const report = await grade(gradable(load(exercise ?? '')), files);
    expect(report.verdict).toBe(how === 'passes' ? 'passed' : 'failed');
  });
});

/** A step is shown without its workflow; to be read it gets one. */
function textOf(kind: string, { code }: FencedBlock): string {
  if (kind !== 'step') return code;
  const steps = code.replace(/^(?=.)/gm, '      ');
  return `on: push\njobs:\n  push:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
}

function load(id: string) {
  const exercise = loadExercise(id);
  if (exercise === undefined) throw new Error(`no exercise is called ${id}`);
  return exercise;
}
