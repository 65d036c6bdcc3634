import { type Message, message } from '../../messages/index.ts';
import type { Diagnostic, Severity } from '../core/types.ts';
import { iamGuide } from './facts/sources.ts';
import { diagnosticOf } from './finding.ts';
import type { JsonNode } from './json/nodes.ts';

/** What kind of more it is: a further action; a needed action elsewhere, in another Region; an action that only reads, on the same thing. */
export type GrantKind = 'other-action' | 'other-resource' | 'other-region' | 'other-read';

/** One call that a policy allows beyond what is needed, and the entry that grants it. */
export interface Grant {
  readonly kind: GrantKind;
  readonly file: string;
  readonly at: JsonNode;
  readonly entry: string;
  readonly action: string;
  readonly resource: string;
  /** False for an action that only looks. */
  readonly changes: boolean;
}

/** AWS’s advice to grant no more than a task needs. */
export const leastPrivilege = iamGuide('best-practices', { anchor: 'grant-least-privilege' });

/** The limit behind the refusal to measure. */
export const unmeasured = iamGuide('reference_iam-quotas');

const severities: Readonly<Record<GrantKind, Severity>> = {
  'other-action': 'error',
  'other-resource': 'error',
  'other-region': 'warning',
  'other-read': 'warning',
};

interface Group {
  readonly first: Grant;
  readonly actions: Map<string, boolean>;
  readonly resources: Set<string>;
}

/** One diagnostic for each entry and kind, with numbers and the worst examples. An action that is beyond anyway is no harmless read. */
export function reportGrants(grants: readonly Grant[]): readonly Diagnostic[] {
  const beyond = new Set(grants.filter(({ kind }) => kind === 'other-action').map(({ action }) => action));
  const groups = new Map<string, Group>();
  for (const grant of grants) {
    if (grant.kind === 'other-read' && beyond.has(grant.action)) continue;
    const id = `${grant.kind} ${grant.file} ${grant.at.start}`;
    const group = groups.get(id) ?? { first: grant, actions: new Map(), resources: new Set() };
    group.actions.set(grant.action, grant.changes);
    group.resources.add(grant.resource);
    groups.set(id, group);
  }
  const isTold = ({ kind, file, at }: Grant): boolean =>
    kind === 'other-region' && groups.has(`other-resource ${file} ${at.start}`);
  const told = [...groups.values()].filter(({ first }) => !isTold(first));
  return told.map(({ first, actions, resources }) => {
    const said = messageOf(first, actions, [...resources]);
    return diagnosticOf({ at: first.at, message: said }, first.file, severities[first.kind], leastPrivilege);
  });
}

function messageOf(
  { kind, entry }: Grant,
  actions: ReadonlyMap<string, boolean>,
  resources: readonly string[],
): Message {
  const changing = [...actions].filter(([, changes]) => changes).map(([action]) => action);
  const reading = [...actions.keys()].filter((action) => !changing.includes(action));
  const count = actions.size;
  const named = [...changing.toSorted(byHarm), ...reading].slice(0, 3);
  const examples = named.map((action) => `\`${action}\``).join(', ');
  const more = count - named.length;
  switch (kind) {
    case 'other-action':
      return message('iam/grants-other-action', { entry, examples, more, changing: count === 1 ? 0 : changing.length });
    case 'other-resource': {
      const example = resources.find((resource) => resource !== entry) ?? '';
      return message('iam/grants-other-resource', { entry, count, example });
    }
    case 'other-read':
      return message('iam/grants-other-read', { entry, examples, more });
    case 'other-region':
      return message('iam/grants-other-region', { entry });
  }
}

/** What deletes or opens comes first. */
function byHarm(one: string, other: string): number {
  const rank = (action: string): number => {
    if (/:(BatchDelete|Delete|Terminate)/.test(action)) return 0;
    return /:(Set|Put|Attach).*Policy/.test(action) ? 1 : 2;
  };
  return rank(one) - rank(other);
}
