import { entriesOf, leafOf, leavesOf, type Tree, valueAt } from '../../core/yaml/tree.ts';
import type { WorkflowDocument } from '../document.ts';
import type { Value } from '../expression-values.ts';
import { unknown } from '../unknown.ts';

/**
 * What somebody sends who starts a run by hand and changes nothing in the form: defaults, the first option, unticked boxes. What has to be
 * filled in is there, but not known.
 *
 * @source https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_dispatchinputs (read 2026-11-24)
 */
export function dispatchInputs({ triggers }: WorkflowDocument): Readonly<Record<string, Value>> {
  const dispatch = triggers.find(({ event }) => event.text === 'workflow_dispatch');
  const declared = entriesOf(valueAt(dispatch?.filters, 'inputs'));
  return Object.fromEntries(declared.map(({ key, value }) => [key.text, filledIn(key.text, value)]));
}

function filledIn(name: string, input: Tree): Value {
  const type = leafOf(valueAt(input, 'type'))?.text ?? 'string';
  const given = leafOf(valueAt(input, 'default'));
  if (given !== undefined) return type === 'boolean' ? given.text === 'true' : given.text;
  if (type === 'boolean') return false;
  if (type === 'choice') return leavesOf(valueAt(input, 'options'))[0]?.text ?? '';
  return leafOf(valueAt(input, 'required'))?.value === true ? unknown('github', `inputs.${name}`) : '';
}
