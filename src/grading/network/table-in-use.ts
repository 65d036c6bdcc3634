import type { SourceRange } from '../core/types.ts';
import { isSameBlock } from './cidr.ts';
import type { NetworkDocument, Routing, TableUse, Term } from './document.ts';
import type { NetworkScenario } from './scenario.ts';

/** The route table of the task's subnet. `range` is the place that says so; null where the scenario does. */
export type TableInUse =
  | { readonly kind: 'known'; readonly id: string; readonly range: SourceRange | null }
  | { readonly kind: 'unknown'; readonly dependsOn: string; readonly range: SourceRange };

/**
 * The table that the file associates the task's subnet with, else the one that the scenario names; where the routes of the file decide and that
 * one is not among them, the main one. A subnet of the file is the task's when it has its address range.
 *
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html (read 2026-11-24)
 */
export function tableInUse({ routing }: NetworkDocument, scenario: NetworkScenario): TableInUse {
  const { subnet, vpc } = scenario;
  const ranges = new Map(routing.subnets.map(({ name, cidr }) => [name, cidr]));
  const concerned = routing.uses.map((use) => ({ use, concern: concernOf(use, ranges, scenario) }));
  const certain = concerned.find(({ use, concern }) => concern === true && use.existsIf === null);
  if (certain !== undefined) return tableOf(certain.use);
  for (const { use, concern } of concerned) {
    if (concern === false) continue;
    const dependsOn = typeof concern === 'string' ? concern : (use.existsIf ?? '');
    return { kind: 'unknown', dependsOn, range: use.range };
  }
  const main = routing.uses.find((use) => use.subnet === null);
  if (vpc.routes === 'described' && main !== undefined && !isAmong(routing, subnet.routeTable)) return tableOf(main);
  return { kind: 'known', id: subnet.routeTable, range: null };
}

function tableOf({ table, existsIf, range }: TableUse): TableInUse {
  const dependsOn = existsIf ?? table.dependsOn;
  return dependsOn === null ? { kind: 'known', id: table.text, range } : { kind: 'unknown', dependsOn, range };
}

/** Whether an association is about the task's subnet; the name of what that depends on when it is not in the file. */
function concernOf(
  { subnet }: TableUse,
  ranges: ReadonlyMap<string, Term>,
  scenario: NetworkScenario,
): boolean | string {
  if (subnet === null) return false;
  if (subnet.dependsOn !== null) return subnet.dependsOn;
  const cidr = ranges.get(subnet.text);
  if (cidr?.dependsOn) return cidr.dependsOn;
  return subnet.text === scenario.subnet.id || (cidr !== undefined && isSameBlock(cidr.text, scenario.subnet.cidr));
}

function isAmong({ tables, routes }: Routing, id: string): boolean {
  return tables.some(({ text }) => text === id) || routes.some(({ table }) => table.text === id);
}
