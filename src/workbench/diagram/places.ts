/**
 * Where on its way a connection is blocked, from the task outwards: the task's own group lets nothing `out`, the `name` leads to a public
 * address, the subnet has no `route`, no `endpoint` is there or it does not answer, the `group` of the endpoint lets nobody in, its `policy`
 * refuses, or the registry is reached and has no such `image`.
 */
export type Place = 'out' | 'name' | 'route' | 'endpoint' | 'group' | 'policy' | 'image';

/** The place that each reason speaks of. */
export const placeOfCode: Readonly<Record<string, Place>> = {
  'network/egress-closed': 'out',
  'network/private-dns-off': 'name',
  'network/private-dns-left-out': 'name',
  'network/dns-attributes-off': 'name',
  'network/no-route-table': 'route',
  'network/other-route-table': 'route',
  'network/registry-out-of-reach': 'route',
  'network/registry-elsewhere': 'route',
  'network/public-registry': 'route',
  'network/secret-elsewhere': 'route',
  'network/no-endpoint': 'endpoint',
  'network/no-gateway': 'endpoint',
  'network/exec-key-out-of-reach': 'endpoint',
  'network/call-out-of-reach': 'endpoint',
  'network/call-without-gateway': 'endpoint',
  'network/type-not-offered': 'endpoint',
  'network/not-available': 'endpoint',
  'network/other-vpc': 'endpoint',
  'network/no-subnet': 'endpoint',
  'network/undefined-group': 'group',
  'network/undefined-prefix-list': 'group',
  'network/prefix-list-elsewhere': 'group',
  'network/ipv6-source': 'group',
  'network/default-group': 'group',
  'network/no-inbound-rule': 'group',
  'network/rule-under-outbound': 'group',
  'network/rule-on-task-group': 'group',
  'network/wrong-protocol': 'group',
  'network/wrong-port': 'group',
  'network/bad-port': 'group',
  'network/full-width-characters': 'group',
  'network/own-group-as-source': 'group',
  'network/other-group-as-source': 'group',
  'network/cidr-elsewhere': 'group',
  'network/cidr-too-small': 'group',
  'network/incomplete-rule': 'group',
  'network/endpoint-policy-refuses': 'policy',
  'network/role-policy-refuses': 'policy',
  'network/log-group-absent': 'endpoint',
  'network/tag-absent': 'image',
  'network/digest-absent': 'image',
  'network/first-pull-through': 'image',
  'network/platform-absent': 'image',
};

/** Where a connection is blocked that was refused for this reason; a reason without a place of its own speaks of the endpoint. */
export function placeOf(code: string): Place {
  return placeOfCode[code] ?? (code.includes('policy') ? 'policy' : 'endpoint');
}
