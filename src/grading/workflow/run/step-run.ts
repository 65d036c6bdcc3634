import { fail } from '../actions/inputs.ts';
import { inputOf, type Step } from '../document.ts';
import { type Condition, evaluateCondition, evaluateText, type Scope } from '../expression.ts';
import { piecesOf } from '../expression-pieces.ts';
import { playScript } from '../shell/interpreter.ts';
import { runAction } from './action-run.ts';
import { scopeOf, type Visible } from './contexts.ts';
import { type Environment, environmentWith, merged } from './environment.ts';
import { givenOf, scriptOf } from './given.ts';
import { type Failure, nothingDone, type StepContext, type StepResult } from './state.ts';

/** A step that has had its turn. */
export interface PlayedStep {
  readonly condition: Condition;
  readonly result: StepResult;
}

/** What a step is put into: its job's machine and environment, and what its expressions may read. */
export type Surroundings = Omit<StepContext, 'step' | 'env' | 'input' | 'script'> & {
  readonly visible: Visible;
  /** What every script finds, before the workflow adds to it. */
  readonly defaults: Environment;
  readonly jobEnv: Environment;
};

/** Plays one step: its environment, its condition, its action or script. */
export function playStep(step: Step, surroundings: Surroundings): PlayedStep {
  const { visible, machine, jobEnv } = surroundings;
  const outer = merged(jobEnv, machine.exported);
  const env = environmentWith(outer, step.env, { ...visible, env: outer, machine });
  const scope = scopeOf({ ...visible, env, machine });
  const condition = evaluateCondition(step.if, scope);
  if (condition === 'false') return { condition, result: nothingDone };
  const failure = brokenExpression(step, scope);
  if (failure !== null) return { condition, result: { ...nothingDone, outcome: 'failure', failures: [failure] } };
  return { condition, result: run(step, contextFor(step, surroundings, env, scope)) };
}

function run(step: Step, context: StepContext): StepResult {
  if (step.uses !== undefined) return runAction(step.uses, context);
  return step.run === undefined ? nothingDone : playScript(context);
}

function contextFor(
  step: Step,
  { visible, jobEnv, defaults, ...rest }: Surroundings,
  env: Environment,
  scope: Scope,
): StepContext {
  const sight = { scope, env, steps: rest.machine.steps };
  return {
    ...rest,
    step,
    env: merged(defaults, env),
    input: (name) => givenOf(inputOf(step, name), sight),
    script: step.run === undefined ? undefined : scriptOf(step.run, rest.document.text, sight),
  };
}

/** An expression of the step that the runner cannot work out. */
function brokenExpression(step: Step, scope: Scope): Failure | null {
  const values = [...step.inputs, ...step.env].map(({ value }) => value).concat(step.run ?? []);
  for (const value of values) {
    if (value.kind !== 'leaf' || !value.text.includes('${{')) continue;
    const { failed } = evaluateText(piecesOf(value), scope);
    if (failed !== null) return fail('workflow/expression-fails', { reason: failed.slice(0, 200) }, [value.range]);
  }
  return null;
}
