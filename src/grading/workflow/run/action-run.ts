import type { Code } from '../../../messages/index.ts';
import type { Leaf } from '../../core/yaml/tree.ts';
import { behaviours } from '../actions/index.ts';
import { fail } from '../actions/inputs.ts';
import { factsOf, readReference, versionOf } from '../actions/metadata.ts';
import { isMisspelt } from '../actions/misspelt.ts';
import { unknownOutputs } from '../actions/unknown-outputs.ts';
import { type Failure, nothingDone, type StepContext, type StepResult } from './state.ts';

/** Plays a step that uses an action. One that GitHub cannot find or will not run fails, and still shows what it was meant to do. */
export function runAction(uses: Leaf, context: StepContext): StepResult {
  const { name } = readReference(uses.text);
  const failure = refusalOf(uses, context);
  const played = behaviours[name]?.(context) ?? unknownAction(name);
  return failure === null ? played : failing(failure, played);
}

/** Why GitHub does not run an action at all. */
function refusalOf(uses: Leaf, { machine }: StepContext): Failure | null {
  const refuse = (code: Code, params: Failure['params']) => fail(code, params, [uses.range]);
  const reference = readReference(uses.text);
  const { kind, name, ref } = reference;
  if (/^\.\.?\/.*\.ya?ml$/.test(uses.text) || /\/\.github\/workflows\//.test(uses.text))
    return refuse('workflow/workflow-as-step', { uses: uses.text });
  if (kind === 'local' && !machine.hasFiles) return refuse('workflow/local-action-missing', { uses: uses.text });
  if (kind !== 'repository') return null;
  const facts = factsOf(name);
  if (facts === undefined) return isMisspelt(name) ? refuse('workflow/action-not-found', { action: uses.text }) : null;
  const version = versionOf(facts, reference);
  if (version === 'short-sha') return refuse('workflow/short-sha', { action: name, ref });
  return version === 'missing' ? refuse('workflow/unknown-version', { action: name, version: ref }) : null;
}

/** What the step was meant to do is still played, so that one wrong version does not hide the next fault. */
function failing(failure: Failure, meant: StepResult): StepResult {
  const attempts = meant.attempts.map((attempt) => ({
    ...attempt,
    outcome: 'denied' as const,
    failure,
    decidedBy: failure.ranges,
  }));
  return { ...meant, outcome: 'failure', failures: [failure], attempts };
}

/** An action that is not on record may do anything to the machine; nothing is taken for granted but that it leaves it as it was. */
function unknownAction(name: string): StepResult {
  return { ...nothingDone, outputs: unknownOutputs(name) };
}
