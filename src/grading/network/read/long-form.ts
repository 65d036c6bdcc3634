import { itemsOf, keyText, type Mapping, type Tree, textOf, valueAt } from '../../core/yaml/tree.ts';
import type { Choice, Endpoint, GroupRule, Ports, SecurityGroup, Term } from '../document.ts';
import { splitServiceName } from '../service-name.ts';
import { leftOut, termOf } from './pieces.ts';
import { readPorts } from './ports.ts';

/** Services that have a gateway endpoint; this file format takes them for one unless it is told otherwise. */
const gatewayByDefault: readonly (string | null)[] = ['s3', 'dynamodb'];

/** Endpoints of the long and the short form: what stands under `endpoints`, or the list at the top. */
export function readLongEndpoints(tree: Tree): readonly Endpoint[] {
  const list = tree.kind === 'list' ? tree : valueAt(tree, 'endpoints');
  return itemsOf(list).map((item) => (item.kind === 'leaf' ? shortEndpoint(termOf(item)) : longEndpoint(item)));
}

/** An endpoint of which nothing but the service is written. */
export function shortEndpoint(service: Term): Endpoint {
  return {
    range: service.range,
    id: null,
    service,
    type: defaultType(service),
    privateDns: leftOut(true),
    groups: null,
    routeTables: [],
    subnets: null,
    policy: null,
    vpc: null,
    state: null,
    existsIf: null,
  };
}

function longEndpoint(item: Tree): Endpoint {
  const written = valueAt(item, 'service');
  const service = written === undefined ? { text: '', range: item.range, dependsOn: null } : termOf(written);
  const type = valueAt(item, 'type');
  const privateDns = valueAt(item, 'privateDns');
  const groups = valueAt(item, 'securityGroups');
  return {
    ...shortEndpoint(service),
    range: item.range,
    type: type === undefined ? defaultType(service) : { value: textOf(type), range: type.range, dependsOn: null },
    privateDns: privateDns === undefined ? leftOut(true) : choiceOf(privateDns),
    groups: groups === undefined ? null : itemsOf(groups).map(termOf),
    routeTables: itemsOf(valueAt(item, 'routeTables')).map(termOf),
  };
}

function defaultType({ text }: Term): Choice<string> {
  return leftOut(gatewayByDefault.includes(splitServiceName(text).service) ? 'Gateway' : 'Interface');
}

function choiceOf(tree: Tree): Choice<boolean> {
  const value = tree.kind === 'leaf' && typeof tree.value === 'boolean' ? tree.value : null;
  return { value, range: tree.range, dependsOn: null };
}

/** The groups under `securityGroups`, by name. */
export function readLongGroups(tree: Tree): readonly SecurityGroup[] {
  const groups = valueAt(tree, 'securityGroups');
  if (groups?.kind !== 'mapping') return [];
  return groups.entries.map((entry) => {
    const name = keyText(entry);
    const outbound = valueAt(entry.value, 'outbound');
    return {
      defined: true,
      name: { text: name, range: entry.key.range, dependsOn: null },
      names: [name],
      inbound: itemsOf(valueAt(entry.value, 'inbound')).flatMap((rule) => ruleOf(rule, 'source', 'destination')),
      outbound:
        outbound === undefined ? null : itemsOf(outbound).flatMap((rule) => ruleOf(rule, 'destination', 'source')),
    };
  });
}

/** A rule; its peer stands under the first of the two keys that is there. */
function ruleOf(tree: Tree, peerKey: string, otherKey: string): readonly GroupRule[] {
  if (tree.kind !== 'mapping') return [];
  const [protocol, peer] = [valueAt(tree, 'protocol'), valueAt(tree, peerKey) ?? valueAt(tree, otherKey)];
  return [
    {
      range: tree.range,
      protocol: protocol === undefined ? null : termOf(protocol),
      ports: portsOf(tree),
      peer: peer === undefined ? null : termOf(peer),
    },
  ];
}

function portsOf(rule: Mapping): Ports {
  const port = valueAt(rule, 'port');
  if (port === undefined) return { kind: 'missing' };
  return readPorts(textOf(port) ?? '', port.range);
}
