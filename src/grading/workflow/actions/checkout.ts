import { nothingDone, type StepContext, type StepResult } from '../run/state.ts';
import { fail, rangesOf, textOf } from './inputs.ts';

/**
 * Brings the repository's files to the machine.
 *
 * @source https://github.com/actions/checkout/blob/main/src/input-helper.ts (read 2026-11-24)
 */
export function checkOut(context: StepContext): StepResult {
  const repository = textOf(context, 'repository', context.scenario.event.repository);
  const own = repository === context.scenario.event.repository;
  const path = textOf(context, 'path');
  const outputs = { ref: textOf(context, 'ref', context.scenario.event.ref), commit: context.scenario.event.sha };
  const machine = { hasFiles: context.machine.hasFiles || (own && path === '') };
  const call = `git fetch origin ${context.scenario.event.sha.slice(0, 7)}`;
  if (!/^[^/\s]+\/[^/\s]+$/.test(repository)) {
    const failure = fail('workflow/checkout-repository-invalid', { repository }, rangesOf(context, 'repository'));
    return {
      ...nothingDone,
      outcome: 'failure',
      failures: [failure],
      outputs,
      machine: { hasFiles: true },
      attempts: [{ operation: 'checkout', call, outcome: 'denied', failure, decidedBy: failure.ranges }],
    };
  }
  return {
    ...nothingDone,
    log: [`Syncing repository: ${repository}`],
    outputs,
    machine,
    attempts: own
      ? [{ operation: 'checkout', call, outcome: 'allowed', failure: null, decidedBy: [context.step.head] }]
      : [],
  };
}
