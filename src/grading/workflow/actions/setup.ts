import { nothingDone, type StepContext, type StepResult } from '../run/state.ts';
import { unknown } from '../unknown.ts';
import { booleanOf, textOf } from './inputs.ts';

/**
 * Starts a builder of its own and makes it the current one.
 *
 * @source https://github.com/docker/setup-buildx-action/blob/master/src/main.ts (read 2026-11-24)
 */
export function setUpBuildx(context: StepContext): StepResult {
  const use = booleanOf(context, 'use', true);
  const driver = textOf(context, 'driver', 'docker-container');
  const name = textOf(context, 'name', `builder-${context.step.index}`);
  const builder = { name, driver };
  const failures = use.failure === null ? [] : [use.failure];
  return {
    ...nothingDone,
    outcome: failures.length === 0 ? 'success' : 'failure',
    failures,
    machine: { builders: [...context.machine.builders, builder], ...(use.is ? { builder } : {}) },
    outputs: { name, driver, platforms: unknown('output', 'platforms'), nodes: unknown('output', 'nodes') },
  };
}

/**
 * Registers emulators for other architectures with the kernel.
 *
 * @source https://github.com/docker/setup-qemu-action/blob/master/src/main.ts (read 2026-11-24)
 */
export function setUpQemu(): StepResult {
  return { ...nothingDone, machine: { emulates: true }, outputs: { platforms: unknown('output', 'platforms') } };
}
