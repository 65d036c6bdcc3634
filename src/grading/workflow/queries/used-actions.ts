import type { Leaf } from '../../core/yaml/tree.ts';
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
  return stepsOf(document).flatMap((step) => {
    if (step.uses === undefined) return [];
    const reference = readReference(step.uses.text);
    if (reference.kind !== 'repository') return [];
    const facts = factsOf(reference.name);
    const version = facts === undefined ? null : versionOf(facts, reference);
    return [{ step, uses: step.uses, reference, facts, version }];
  });
}

/** The name of the action that a step uses, in lower case; empty for a script. */
export function actionOf({ uses }: Step): string {
  return uses === undefined ? '' : readReference(uses.text).name;
}

/** The steps that use one action, in any version. */
export function stepsUsing(document: WorkflowDocument, action: string): readonly Step[] {
  return stepsOf(document).filter((step) => actionOf(step) === action);
}
