import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Files } from '../../../src/grading/core/types.ts';
import { checks } from '../../../src/grading/workflow/checks.ts';
import { failureCodes, sourceOf } from '../../../src/grading/workflow/facts/failures.ts';
import failures from '../../../src/grading/workflow/facts/failures.yaml';
import { type WorkflowScenario, workflowGrader } from '../../../src/grading/workflow/grader.ts';
import { type Authority, runWorkflow } from '../../../src/grading/workflow/run.ts';
import { validate } from '../../../src/grading/workflow/scenario.schema.json?ajv';
import { workflow } from '../../../src/messages/en/workflow.ts';
import type { Code } from '../../../src/messages/index.ts';
import { gradeText, type WorkflowExercise } from './grade-case.ts';

const scenarios = import.meta.glob('/content/scenarios/workflow/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;

test.each(Object.entries(scenarios))('%s fits its schema', (_, text) => {
  expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
});

test.each(failureCodes)('the failure %s has words of ours and a source', (tail) => {
  expect(workflow).toHaveProperty([`workflow/${tail}`]);
  expect(sourceOf(`workflow/${tail}` as Code).url).toMatch(/^https:\/\//);
});

/** What the real systems print, as far as it is certain, with anything where the fact has a parameter. */
function patternOf(said: string): RegExp {
  const escaped = said.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[\\s\\S]*?');
  return new RegExp(escaped.replace(/[{}]/g, '\\$&'));
}

const wordings = Object.entries(failures as Readonly<Record<string, { readonly said: string }>>)
  .map(([tail, { said }]) => [tail, said] as const)
  .filter(([, said]) => said !== '');

const good = readFileSync('tests/cases/workflow/good-quoted-on.yml', 'utf8');
const goodScript = readFileSync('tests/cases/workflow/good-cli-get-login-password.yml', 'utf8');

/** Recorded for what the example of a check does not print: another way to the same refusal, or an authority that refuses. */
const others: Readonly<Record<string, () => readonly string[]>> = {
  'ecr-token-denied': () => printedUnder('login'),
  'push-forbidden': () => printedUnder('push'),
  'metadata-images-missing': () =>
    printedFor('workflow-multi-platform', good.replace('docker/setup-qemu-action@v4', 'docker/metadata-action@v4')),
  'image-not-local': () =>
    printedFor('workflow-four-steps', goodScript.replace('docker build -t', 'echo docker build')),
};

function printedFor(exercise: WorkflowExercise, text: string, beside: Files = {}): readonly string[] {
  return gradeText(exercise, text, beside).trace.map(({ said }) => said);
}

/** What a run prints to which the registry refuses one thing. */
function printedUnder(refused: string): readonly string[] {
  const { document } = workflowGrader.parse({ 'push.yml': good });
  const scenario: WorkflowScenario = parse(scenarios['/content/scenarios/workflow/multi-platform.yaml'] ?? '');
  if (document === null) return [];
  const authority: Authority = {
    assumeRole: () => ({ outcome: 'allowed', said: '' }),
    useRegistry: ({ purpose }) => ({ outcome: purpose === refused ? 'denied' : 'allowed', said: '' }),
  };
  return runWorkflow(document, scenario, authority).trace.map(({ said }) => said);
}

test.each(wordings)('a recorded case prints what %s is known to say', (tail, said) => {
  const example = checks.find(({ code }) => code === `workflow/${tail}`)?.example;
  const exercise = (example?.exercise ?? 'workflow-multi-platform') as WorkflowExercise;
  const printed = others[tail]?.() ?? printedFor(exercise, example?.fails ?? '', example?.beside);
  expect(
    printed.some((text) => patternOf(said).test(text)),
    printed.join('\n---\n'),
  ).toBe(true);
});
