import { type Message, message } from '../../messages/index.ts';
import type { Fix, TextEdit } from '../core/types.ts';
import type { CompiledPolicy, CompiledStatement } from './compile.ts';
import { appendStatement, appendStrings, replaceString } from './edit-policy.ts';
import { type Candidate, nameOf } from './explanation.ts';
import { type Edit, rangeIn } from './finding.ts';
import type { JsonString } from './json/nodes.ts';

/** How one denied request is made to pass: a string is written anew, a statement takes the action in, or a new one does. */
export type Remedy =
  | { readonly kind: 'replace'; readonly policy: CompiledPolicy; readonly node: JsonString; readonly text: string }
  | { readonly kind: 'add'; readonly candidate: Candidate; readonly action: string }
  | { readonly kind: 'new'; readonly policy: CompiledPolicy; readonly action: string; readonly resource: string };

type Of<Kind extends Remedy['kind']> = Extract<Remedy, { kind: Kind }>;

function ofKind<Kind extends Remedy['kind']>(remedies: readonly Remedy[], kind: Kind): readonly Of<Kind>[] {
  return remedies.filter((remedy): remedy is Of<Kind> => remedy.kind === kind);
}

/** The edits of several remedies as one fix. Null when two of them want the same place for themselves, or there is none. */
export function fixOf(remedies: readonly Remedy[]): Fix | null {
  const edits = [
    replacements(ofKind(remedies, 'replace')),
    additions(ofKind(remedies, 'add')),
    newStatement(ofKind(remedies, 'new')),
  ];
  if (remedies.length === 0 || edits.includes(null)) return null;
  return { title: titleOf(remedies), edits: edits.flatMap((each) => each ?? []) };
}

function placed({ document: { file } }: CompiledPolicy, edits: readonly Edit[]): readonly TextEdit[] {
  return edits.map((edit) => ({ range: rangeIn(file, edit), text: edit.text }));
}

function replacements(remedies: readonly Of<'replace'>[]): readonly TextEdit[] | null {
  const byNode = new Map(remedies.map((remedy) => [remedy.node, remedy]));
  if (remedies.some(({ node, text }) => byNode.get(node)?.text !== text)) return null;
  return [...byNode.values()].flatMap(({ policy, node, text }) => placed(policy, [replaceString(node, text)]));
}

function additions(remedies: readonly Of<'add'>[]): readonly TextEdit[] {
  const byStatement = new Map<CompiledStatement, { readonly candidate: Candidate; readonly actions: string[] }>();
  for (const { candidate, action } of remedies) {
    const group = byStatement.get(candidate.statement) ?? { candidate, actions: [] };
    group.actions.push(action);
    byStatement.set(candidate.statement, group);
  }
  return [...byStatement.values()].flatMap(({ candidate: { policy, statement }, actions }) => {
    const list = statement.statement.action;
    return list === null ? [] : placed(policy, appendStrings(policy.document, list, actions));
  });
}

function newStatement(remedies: readonly Of<'new'>[]): readonly TextEdit[] | null {
  const [first] = remedies;
  if (first === undefined) return [];
  const { policy, resource } = first;
  if (remedies.some((remedy) => remedy.resource !== resource)) return null;
  const actions = remedies.map(({ action }) => action);
  const statement = { Effect: 'Allow', Action: actions.length === 1 ? actions[0] : actions, Resource: resource };
  return placed(policy, appendStatement(policy.document, statement));
}

function titleOf(remedies: readonly Remedy[]): Message {
  const [first] = remedies;
  if (first?.kind === 'replace') return message('iam/fix-replace', { replacement: `\`${first.text}\`` });
  const actions = remedies.flatMap((remedy) => (remedy.kind === 'replace' ? [] : [`\`${remedy.action}\``])).join(', ');
  if (first?.kind !== 'add') return message('iam/fix-add-statement', { actions });
  return message('iam/fix-add-action', { actions, statement: nameOf(first.candidate.statement.statement) });
}
