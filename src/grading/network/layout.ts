import type { Endpoint, NetworkDocument, SecurityGroup, Term } from './document.ts';
import type { GivenEndpoint, NetworkScenario } from './scenario.ts';
import { servesRegion, splitServiceName } from './service-name.ts';
import { type TableInUse, tableInUse } from './table-in-use.ts';

/** The learner's endpoints and groups put into the given VPC, indexed for the questions that a connection asks. */
export interface Network {
  readonly document: NetworkDocument;
  readonly scenario: NetworkScenario;
  /** The learner's endpoints of a service of this region, in the order of the file. */
  serving(service: string): readonly Endpoint[];
  /** The endpoint of a service that the VPC already has. */
  given(service: string): GivenEndpoint | undefined;
  /** A group that the learner defines. */
  groupNamed(name: string): SecurityGroup | undefined;
  /** True for a group that is defined in the file or given. */
  exists(name: string): boolean;
  /** True for any name of the group that the task is in. */
  isTaskGroup(name: string): boolean;
  /** The address ranges of a prefix list; undefined for one of which nothing is known. */
  prefixList(id: string): readonly string[] | undefined;
  /** What the file says of the task's own group; undefined when it says nothing. */
  readonly taskGroup: SecurityGroup | undefined;
  /** The route table of the task's subnet. */
  readonly table: TableInUse;
  /** The tables with a route that a gateway endpoint has made, where they are described. */
  tablesWithRouteTo(endpoint: Endpoint): readonly Term[];
}

/** The name of the group that every VPC has from the beginning, in every account. */
export const defaultGroup = 'default';

/** Puts the document into the VPC of a scenario. */
export function layOut(document: NetworkDocument, scenario: NetworkScenario): Network {
  const byService = collect(
    document.endpoints.flatMap((endpoint): readonly (readonly [string, Endpoint])[] => {
      const name = splitServiceName(endpoint.service.text);
      return name.service === null || !servesRegion(name, scenario.region) ? [] : [[name.service, endpoint]];
    }),
  );
  const given = new Map(
    scenario.vpc.endpoints.map((endpoint) => [splitServiceName(endpoint.service).service, endpoint]),
  );
  const groups = new Map(document.groups.flatMap((group) => group.names.map((name) => [name, group] as const)));
  const lists = new Map([
    ...Object.entries(scenario.vpc.prefixLists ?? {}),
    ...document.prefixLists.flatMap(({ names, cidrs }) => names.map((name) => [name, cidrs] as const)),
  ]);
  const made = document.routing.routes.filter(({ via, active }) => via === 'endpoint' && active);
  const byTarget = collect(made.map(({ target, table }) => [target.text, table]));
  const taskGroup = groups.get(scenario.taskSecurityGroup.id);
  const taskNames = new Set([scenario.taskSecurityGroup.id, ...(taskGroup?.names ?? [])]);
  return {
    document,
    scenario,
    taskGroup,
    table: tableInUse(document, scenario),
    tablesWithRouteTo: ({ id }) => byTarget.get(id ?? '') ?? [],
    serving: (service) => byService.get(service) ?? [],
    given: (service) => given.get(service),
    groupNamed: (name) => groups.get(name),
    exists: (name) => groups.get(name)?.defined === true || taskNames.has(name),
    prefixList: (id) => lists.get(id),
    isTaskGroup: (name) => taskNames.has(name),
  };
}

/** What has the same key, together, in the order given. */
function collect<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const collected = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const same = collected.get(key);
    if (same === undefined) collected.set(key, [value]);
    else same.push(value);
  }
  return collected;
}
