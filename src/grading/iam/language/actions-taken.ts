import { type CatalogueAction, catalogueServices } from '../catalogue.ts';
import type { Statement } from '../document.ts';
import { compileAction, matchesAction, prepareRequest } from '../match.ts';

/** Entries that are looked up; a statement with more is none that a person writes. */
const maxEntries = 100;

/** The actions of the catalogue that an entry takes in, wildcards and all. */
export function actionsTaken(entry: string): readonly CatalogueAction[] {
  const pattern = compileAction(entry);
  const prefix = pattern.prefix?.literal ?? null;
  return catalogueServices().flatMap((service) => {
    if (prefix !== null && prefix !== service.prefix) return [];
    return [...service.actions.values()].filter((action) => {
      const request = prepareRequest({ action: `${service.prefix}:${action.name}`, resource: '*', context: {} });
      return matchesAction(pattern, request) !== 'no';
    });
  });
}

/** The actions that a statement names; none for `NotAction`, which names what it leaves out. */
export function actionsNamed(statement: Statement | null): readonly CatalogueAction[] {
  const list = statement?.action;
  if (list === undefined || list === null || list.negated) return [];
  return [...new Set(list.entries.slice(0, maxEntries).flatMap(({ value }) => actionsTaken(value)))];
}
