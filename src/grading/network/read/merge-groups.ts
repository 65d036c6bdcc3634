import type { SecurityGroup } from '../document.ts';

/** A group and the rules that stand outside it, as one; in the order of the file. */
export function mergeByName(groups: readonly SecurityGroup[]): readonly SecurityGroup[] {
  const merged = new Map<string, SecurityGroup[]>();
  for (const group of groups) {
    const same = merged.get(group.name.text);
    if (same === undefined) merged.set(group.name.text, [group]);
    else same.push(group);
  }
  return [...merged.values()].map(mergeAll);
}

function mergeAll(parts: readonly SecurityGroup[]): SecurityGroup {
  const definition = parts.find(({ defined }) => defined);
  const outbound = parts.flatMap((part) => part.outbound ?? []);
  return {
    defined: definition !== undefined,
    name: (definition ?? (parts[0] as SecurityGroup)).name,
    names: [...new Set(parts.flatMap(({ names }) => names))],
    inbound: parts.flatMap(({ inbound }) => inbound),
    outbound: parts.every((part) => part.outbound === null) ? null : outbound,
  };
}
