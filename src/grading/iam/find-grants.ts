import { arnPartsOf } from './arn.ts';
import { type CatalogueAction, catalogueServices, findService, isReadOnly, servicePrefixes } from './catalogue.ts';
import { applies, type CompiledPolicy, type CompiledStatement } from './compile.ts';
import { decidePrepared } from './decide.ts';
import type { Entry, EntryList } from './document.ts';
import { fillWildcards } from './fill-wildcards.ts';
import type { Grant, GrantKind } from './grants.ts';
import { matchesAction, matchesResource, type PreparedRequest, splitAction } from './match.ts';
import type { Need } from './need.ts';
import { differsInRegionOnly, type Targets, targetsFor } from './neighbourhood.ts';
import { type Contexts, contextsToTry } from './search-context.ts';

/**
 * What policies grant beyond a need, over the whole catalogue of actions and the resources that the need and the policies' own text suggest.
 * Fences count: what a Deny takes back is no excess. Where a decision is left open, it counts as granted.
 */
export function findGrants(policies: readonly CompiledPolicy[], need: Need): readonly Grant[] {
  const search = startSearch(policies, need);
  return search.contexts.flatMap((contexts) => [
    ...grantsInCatalogue(search, contexts),
    ...grantsOutside(search, contexts),
  ]);
}

interface Search {
  readonly policies: readonly CompiledPolicy[];
  readonly need: Need;
  /** `action on resource`, the action in lower case. */
  readonly needed: ReadonlySet<string>;
  readonly neededActions: ReadonlySet<string>;
  readonly neededResources: readonly string[];
  /** Each resource that is tried, taken apart once. */
  readonly places: Map<string, Place>;
  readonly targets: Targets;
  readonly contexts: readonly Contexts[];
}

/** A resource that is tried: its parts, and whether the need has it, here or in another Region. */
interface Place {
  readonly resource: string;
  readonly arn: readonly string[] | null;
  readonly isNeeded: boolean;
  readonly isNeededElsewhere: boolean;
}

function placeAt({ places, neededResources }: Search, resource: string): Place {
  const known = places.get(resource);
  if (known !== undefined) return known;
  const place = {
    resource,
    arn: resource === '*' ? null : arnPartsOf(resource, false),
    isNeeded: neededResources.includes(resource),
    isNeededElsewhere: neededResources.some((each) => differsInRegionOnly(each, resource)),
  };
  places.set(resource, place);
  return place;
}

function startSearch(policies: readonly CompiledPolicy[], need: Need): Search {
  const needed = need.calls.map(({ action, resource }) => ({ action: action.toLowerCase(), resource }));
  return {
    policies,
    need,
    needed: new Set(needed.map(({ action, resource }) => `${action} on ${resource}`)),
    neededActions: new Set(needed.map(({ action }) => action)),
    neededResources: [...new Set(needed.map(({ resource }) => resource))].filter((resource) => resource !== '*'),
    places: new Map(),
    targets: targetsFor(policies, need),
    contexts: contextsToTry(policies, need),
  };
}

function* grantsInCatalogue(search: Search, contexts: Contexts): Generator<Grant> {
  const prefixes = prefixesNamed(search.policies);
  const services =
    prefixes === null ? catalogueServices() : [...prefixes].flatMap((prefix) => findService(prefix) ?? []);
  for (const service of services) {
    for (const [lower, action] of service.actions) {
      if (!namesAction(search.policies, { prefix: service.prefix, name: lower })) continue;
      for (const resource of search.targets.of(action)) {
        if (search.needed.has(`${service.prefix}:${lower} on ${resource}`)) continue;
        yield* grantsOf(search, contexts, `${service.prefix}:${action.name}`, placeAt(search, resource), action);
      }
    }
  }
}

/** The service prefixes that Allow statements name; null when one of them reaches into all services. */
function prefixesNamed(policies: readonly CompiledPolicy[]): ReadonlySet<string> | null {
  const prefixes = new Set<string>();
  for (const { effect, actions } of policies.flatMap(({ statements }) => statements)) {
    if (effect === 'Deny') continue;
    if (actions.negated) return null;
    for (const { prefix } of actions.patterns) {
      if (prefix === null || prefix.literal === null) return null;
      prefixes.add(prefix.literal);
    }
  }
  return prefixes;
}

/** True when some Allow statement names the action, whatever else it asks for. */
function namesAction(policies: readonly CompiledPolicy[], action: Pick<PreparedRequest, 'prefix' | 'name'>): boolean {
  return policies.some(({ statements }) =>
    statements.some(({ effect, actions }) => {
      if (effect !== 'Allow') return false;
      const named = actions.patterns.some((pattern) => matchesAction(pattern, action) !== 'no');
      return named !== actions.negated;
    }),
  );
}

function kindOf({ neededActions }: Search, known: CatalogueAction | null, action: string, place: Place): GrantKind {
  if (neededActions.has(action)) return place.isNeededElsewhere ? 'other-region' : 'other-resource';
  const isHere = place.isNeeded || place.isNeededElsewhere;
  return known !== null && isReadOnly(known) && isHere ? 'other-read' : 'other-action';
}

function* grantsOf(
  search: Search,
  contexts: Contexts,
  action: string,
  place: Place,
  known: CatalogueAction | null,
): Generator<Grant> {
  const { policies } = search;
  const { resource, arn } = place;
  const [prefix, name] = splitAction(action.toLowerCase());
  const request: PreparedRequest = { prefix, name, arn, resource, context: contexts.at(place.arn), principal: null };
  const { decision, decidedBy } = decidePrepared(policies, request);
  if (decision !== 'allowed' && decision !== 'unknown') return;
  const kind = kindOf(search, known, `${prefix}:${name}`, place);
  const changes = known === null || !isReadOnly(known);
  const granting = decision === 'allowed' ? decidedBy : allowing(policies, request);
  for (const { policy, statement } of granting) {
    const at = placeOf(statement, kind, request);
    if (at === null) continue;
    yield { kind, file: policy.document.file, at: at.node, entry: at.text, action, resource, changes };
  }
}

function allowing(policies: readonly CompiledPolicy[], request: PreparedRequest) {
  return policies.flatMap((policy) =>
    policy.statements
      .filter((statement) => statement.effect === 'Allow' && applies(statement, request) !== 'no')
      .map((statement) => ({ policy, statement })),
  );
}

/** The entry that grants: of the resources when the action is needed elsewhere, else of the actions. */
function placeOf(compiled: CompiledStatement, kind: GrantKind, request: PreparedRequest) {
  const { statement, actions, resources } = compiled;
  const byResource = kind === 'other-resource' || kind === 'other-region';
  const list = byResource ? statement.resource : statement.action;
  if (list === null) return null;
  const hit = byResource
    ? resources?.patterns.findIndex((pattern) => matchesResource(pattern, request) !== 'no')
    : actions.patterns.findIndex((pattern) => matchesAction(pattern, request) !== 'no');
  return entryOrKey(list, list.negated ? undefined : list.entries[hit ?? -1]);
}

function entryOrKey(list: EntryList, entry: Entry | undefined) {
  return entry === undefined ? { node: list.key, text: list.key.value } : { node: entry.node, text: entry.value };
}

/** Services that the catalogue has no actions of: whatever is granted there and not needed is beyond. */
function* grantsOutside(search: Search, contexts: Contexts): Generator<Grant> {
  const resources = [
    '*',
    ...search.targets.all.filter((resource) => findService(arnPartsOf(resource, false)[2] ?? '') === null),
  ];
  for (const [action, written] of actionsOutside(search.policies)) {
    const [prefix] = splitAction(action);
    const own = `arn:aws:${prefix}:${search.need.region}:${search.need.account}:elsewhere/elsewhere`;
    for (const resource of [...resources, own]) {
      if (search.needed.has(`${action.toLowerCase()} on ${resource}`)) continue;
      const found = [...grantsOf(search, contexts, action, placeAt(search, resource), null)];
      for (const grant of found) yield { ...grant, action: written };
      if (found.length > 0) break;
    }
  }
}

/** An action for each pattern that reaches outside of the catalogue, and the pattern. */
function actionsOutside(policies: readonly CompiledPolicy[]): ReadonlyMap<string, string> {
  const allows = policies.flatMap(({ statements }) => statements.filter(({ effect }) => effect === 'Allow'));
  const written = allows
    .filter(({ actions }) => !actions.negated)
    .flatMap(({ statement }) => statement.action?.entries ?? [])
    .map(({ value }) => value)
    .filter((value) => value.includes(':') && findService(splitAction(value)[0]) === null)
    .flatMap((value) =>
      fillWildcards(value, 'Elsewhere')
        .slice(0, 1)
        .map((action) => [action, value] as const),
    );
  const everywhere =
    prefixesNamed(policies) === null ? servicePrefixes().filter((prefix) => findService(prefix) === null) : [];
  return new Map([...written, ...everywhere.map((prefix) => [`${prefix}:Elsewhere`, `${prefix}:*`] as const)]);
}
