import type { Entry, Leaf } from '../../core/yaml/tree.ts';
import {
  type ActionFacts,
  type ActionReference,
  factsOf,
  readReference,
  type Version,
  versionOf,
} from '../actions/metadata.ts';
import { type Step, stepsOf, type WorkflowDocument } from '../document.ts';

/** A step that uses an action of a repository, with what is on record of it. */
export interface UsedAction {
  readonly step: Step;
  readonly uses: Leaf;
  readonly reference: ActionReference;
  /** Undefined for an action that is not on record; then there is no version either. */
  readonly facts: ActionFacts | undefined;
  readonly version: Version | null;
}

/** Every use of an action, in the file's order; folders and images are left out. */
export function usedActions(document: WorkflowDocument): readonly UsedAction[] {
  return stepsOf(document)
    .map(usedAction)
    .filter((used) => used !== null);
}

/** The action of a repository that a step uses; null where it uses none. */
export function usedAction(step: Step): UsedAction | null {
  if (step.uses === undefined) return null;
  const reference = readReference(step.uses.text);
  if (reference.kind !== 'repository') return null;
  const facts = factsOf(reference.name);
  const version = facts === undefined ? null : versionOf(facts, reference);
  return { step, uses: step.uses, reference, facts, version };
}

/** The inputs that the action of a step does not have; none where its inputs are not on record. */
export function inputsBeyond({ step, facts, version }: UsedAction): readonly Entry[] {
  if (facts === undefined || version === 'newer') return [];
  const known = new Set(version === 'current' ? facts.inputs : [...facts.inputs, ...facts.former]);
  return step.inputs.filter(({ key }) => !known.has(key.text.toLowerCase()));
}

/** The name of the action that a step uses, in lower case; empty for a script. */
export function actionOf({ uses }: Step): string {
  return uses === undefined ? '' : readReference(uses.text).name;
}

/** The steps that use one action, in any version. */
export function stepsUsing(document: WorkflowDocument, action: string): readonly Step[] {
  return stepsOf(document).filter((step) => actionOf(step) === action);
}
