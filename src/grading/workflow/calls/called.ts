import { type Entry, entriesOf, entryOf, leafOf, type Tree, valueAt } from '../../core/yaml/tree.ts';
import type { Job, Trigger, WorkflowDocument } from '../document.ts';
import { readCall } from './reference.ts';

/** The workflow that a job calls, where the submission holds its file. */
export function calledBy({ uses }: Job, { callable }: WorkflowDocument): WorkflowDocument | undefined {
  const reference = uses === undefined ? undefined : readCall(uses.text);
  return reference?.kind === 'here' ? callable.get(reference.file) : undefined;
}

/** What makes a workflow callable; undefined for one that is not. */
export function callTriggerOf({ triggers }: WorkflowDocument): Trigger | undefined {
  return triggers.find(({ event }) => event.text === 'workflow_call');
}

/** What a workflow declares for its callers: `inputs`, `secrets` or `outputs`. */
export function declaredIn(document: WorkflowDocument, what: 'inputs' | 'secrets' | 'outputs'): readonly Entry[] {
  return entriesOf(valueAt(callTriggerOf(document)?.filters, what));
}

/** What a calling job hands over: `with` or `secrets`. */
export function givenBy({ node }: Job, what: 'with' | 'secrets'): readonly Entry[] {
  return entriesOf(valueAt(node, what));
}

/** Whether a job hands over all secrets that it may read itself. */
export function inheritsSecrets({ node }: Job): boolean {
  return leafOf(valueAt(node, 'secrets'))?.text === 'inherit';
}

/** An entry by its name; the names of inputs and secrets are compared without regard to case. */
export function named(entries: readonly Entry[], name: string): Entry | undefined {
  return entries.find(({ key }) => key.text.toLowerCase() === name.toLowerCase());
}

/** Whether a declaration says `required: true`. */
export function isRequired(declaration: Tree): boolean {
  return leafOf(entryOf(declaration, 'required')?.value)?.value === true;
}

/** The types that an input of a called workflow can have. */
export type InputType = 'string' | 'boolean' | 'number';

/** The type of a declared input; the schema lets nothing else stand there. */
export function inputTypeOf(declaration: Tree): InputType {
  const type = leafOf(valueAt(declaration, 'type'))?.text;
  return type === 'boolean' || type === 'number' ? type : 'string';
}
