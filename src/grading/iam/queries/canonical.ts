import type { ConditionLine, EntryList, Statement } from '../document.ts';

/** What a statement's conditions come to, whatever the order of their keys and values. Equal texts mean equal conditions. */
export function canonicalConditions(conditions: readonly ConditionLine[]): string {
  return JSON.stringify(
    conditions
      .map(({ operator, key, values }) =>
        JSON.stringify([operator.value, key.value.toLowerCase(), values.map(({ text }) => text).sort()]),
      )
      .sort(),
  );
}

/** What a statement comes to without its `Sid`. Equal texts mean equal statements. */
export function canonicalStatement({ effect, action, resource, principal, conditions }: Statement): string {
  const principals = principal?.entries.map(({ kind, value }) => `${kind} ${value}`).sort() ?? [];
  return JSON.stringify([
    effect,
    canonicalEntries(action, ({ value }) => value.toLowerCase()),
    canonicalEntries(resource, ({ value }) => value),
    principal?.negated ?? null,
    principals,
    canonicalConditions(conditions),
  ]);
}

function canonicalEntries(list: EntryList | null, textOf: (entry: EntryList['entries'][number]) => string): unknown {
  return list === null ? null : [list.negated, [...new Set(list.entries.map(textOf))].sort()];
}
