import { itemsOf, keyText, type Tree, textOf, valueAt } from '../../core/yaml/tree.ts';
import type { Route, Routing, TableUse, Term } from '../document.ts';
import { noTerm, termOf } from './pieces.ts';
import { viaOf } from './route-target.ts';

/**
 * One route table as it is described, with the subnets that use it. The main one serves every subnet that no other serves.
 *
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html (read 2026-11-24)
 */
export function routingOf(record: Tree): Routing {
  const id = valueAt(record, 'RouteTableId');
  const table = id === undefined ? noTerm(record.range) : termOf(id);
  return {
    tables: [table],
    uses: itemsOf(valueAt(record, 'Associations')).flatMap((association) => useOf(association, table)),
    routes: itemsOf(valueAt(record, 'Routes')).map((route) => routeOf(route, table)),
    subnets: [],
  };
}

/** An association with neither a subnet nor the mark of the main table is one with a gateway. */
function useOf(association: Tree, table: Term): readonly TableUse[] {
  const subnet = valueAt(association, 'SubnetId');
  if (subnet === undefined && textOf(valueAt(association, 'Main'))?.toLowerCase() !== 'true') return [];
  return [{ range: association.range, subnet: subnet === undefined ? null : termOf(subnet), table, existsIf: null }];
}

/** A route names its destination, and its target, under a key of the kind. */
function routeOf(record: Tree, table: Term): Route {
  const entries = record.kind === 'mapping' ? record.entries : [];
  const under = (pattern: RegExp) => entries.find((entry) => pattern.test(keyText(entry)));
  const [to, through] = [under(/^Destination/), under(/(?:Gateway|Interface|Instance|Connection|Network)(?:Id|Arn)$/)];
  const target = through === undefined ? noTerm(record.range) : termOf(through.value);
  return {
    range: record.range,
    table,
    destination: to === undefined ? noTerm(record.range) : termOf(to.value),
    via: viaOf(through === undefined ? '' : keyText(through), target.text),
    target,
    active: textOf(valueAt(record, 'State')) !== 'blackhole',
    existsIf: null,
  };
}
