import { message } from '../../messages/index.ts';
import type { Diagnostic } from '../core/types.ts';
import { arnPartsOf } from './arn.ts';
import { type CatalogueAction, catalogueServices, findService, isReadOnly, servicePrefixes } from './catalogue.ts';
import { applies, type CompiledPolicy, type CompiledStatement } from './compile.ts';
import { decidePrepared } from './decide.ts';
import type { Entry, EntryList } from './document.ts';
import { fillWildcards } from './fill-wildcards.ts';
import { diagnosticOf } from './finding.ts';
import { type Grant, type GrantKind, reportGrants, unmeasured } from './grants.ts';
import {
  type ContextValue,
  matchesAction,
  matchesResource,
  type PreparedRequest,
  prepareRequest,
  splitAction,
} from './match.ts';
import { differsInRegionOnly, resourcesToTry, targetsOf } from './neighbourhood.ts';
import type { IamScenario } from './scenario.ts';
import { identityQuota, sizeOf } from './size.ts';

/**
 * What policies grant beyond the attempts of a scenario, over the whole catalogue of actions and the resources that the scenario and the
 * policies' own text suggest. Fences count: what a Deny takes back is no excess. Where a decision is left open, it counts as granted.
 */
export function findExcess(policies: readonly CompiledPolicy[], scenario: IamScenario): readonly Diagnostic[] {
  const long = policies.find(({ document }) => sizeOf(document.text) > identityQuota);
  if (long !== undefined) {
    const { file, root } = long.document;
    return [diagnosticOf({ at: root, message: message('iam/excess-unmeasured') }, file, 'error', unmeasured)];
  }
  const search = startSearch(policies, scenario);
  const grants = [
    ...search.contexts.flatMap((context) => [...grantsInCatalogue(search, context), ...grantsOutside(search, context)]),
  ];
  return reportGrants(grants);
}

type Keys = Readonly<Record<string, ContextValue>>;

interface Search {
  readonly policies: readonly CompiledPolicy[];
  readonly scenario: IamScenario;
  /** `action on resource`, the action in lower case. */
  readonly needed: ReadonlySet<string>;
  readonly neededActions: ReadonlySet<string>;
  readonly neededResources: readonly string[];
  readonly resources: readonly string[];
  readonly contexts: readonly Keys[];
}

function startSearch(policies: readonly CompiledPolicy[], scenario: IamScenario): Search {
  const needed = scenario.attempts.flatMap(({ actions, resource = '*' }) =>
    actions.map((action) => ({ action: action.toLowerCase(), resource })),
  );
  const own = keysThatAllow(policies, scenario.context);
  return {
    policies,
    scenario,
    needed: new Set(needed.map(({ action, resource }) => `${action} on ${resource}`)),
    neededActions: new Set(needed.map(({ action }) => action)),
    neededResources: [...new Set(needed.map(({ resource }) => resource))].filter((resource) => resource !== '*'),
    resources: resourcesToTry(policies, scenario),
    contexts: own === null ? [scenario.context] : [scenario.context, own],
  };
}

/** The scenario's keys and those that conditions of Allow statements ask for besides; null when they ask for none. */
function keysThatAllow(policies: readonly CompiledPolicy[], context: Keys): Keys | null {
  const given = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const added = new Map<string, string>();
  for (const { statements } of policies) {
    for (const { effect, conditions } of statements) {
      for (const { key, operator, line } of effect === 'Allow' ? conditions : []) {
        const value = line.values[0]?.text;
        const asks = operator !== null && !operator.fact.negated && operator.fact.family !== 'Null';
        if (asks && value !== undefined && !given.has(key)) added.set(key, fillWildcards(value)[0] ?? value);
      }
    }
  }
  return added.size === 0 ? null : { ...context, ...Object.fromEntries(added) };
}

function* grantsInCatalogue(search: Search, context: Keys): Generator<Grant> {
  for (const service of catalogueServices()) {
    for (const action of service.actions.values()) {
      const name = `${service.prefix}:${action.name}`;
      const anywhere = prepareRequest({ action: name, resource: '*', context: {} });
      if (!namesAction(search.policies, anywhere)) continue;
      for (const resource of targetsOf(action, search.resources, search.scenario)) {
        if (search.needed.has(`${name.toLowerCase()} on ${resource}`)) continue;
        yield* grantsOf(search, context, name, resource, kindOf(search, action, name, resource), action);
      }
    }
  }
}

/** True when some Allow statement names the action, whatever else it asks for. */
function namesAction(policies: readonly CompiledPolicy[], request: PreparedRequest): boolean {
  return policies.some(({ statements }) =>
    statements.some(({ effect, actions }) => {
      if (effect !== 'Allow') return false;
      const named = actions.patterns.some((pattern) => matchesAction(pattern, request) !== 'no');
      return named !== actions.negated;
    }),
  );
}

function kindOf(search: Search, action: CatalogueAction, name: string, resource: string): GrantKind {
  const isNeeded = search.neededActions.has(name.toLowerCase());
  const isSame = search.neededResources.includes(resource);
  const isSameElsewhere = search.neededResources.some((each) => differsInRegionOnly(each, resource));
  if (isNeeded) return isSameElsewhere ? 'other-region' : 'other-resource';
  return isReadOnly(action) && (isSame || isSameElsewhere) ? 'other-read' : 'other-action';
}

function* grantsOf(
  { policies, scenario }: Search,
  context: Keys,
  action: string,
  resource: string,
  kind: GrantKind,
  known: CatalogueAction | null,
): Generator<Grant> {
  const [, , , region = '', account = ''] = arnPartsOf(resource, false);
  const where = {
    'aws:RequestedRegion': region === '' ? scenario.region : region,
    'aws:ResourceAccount': account === '' ? scenario.account : account,
  };
  const request = prepareRequest({ action, resource, context: { ...context, ...where } });
  const { decision } = decidePrepared(policies, request);
  if (decision !== 'allowed' && decision !== 'unknown') return;
  const changes = known === null || !isReadOnly(known);
  for (const { document, statements } of policies) {
    for (const statement of statements) {
      if (statement.effect !== 'Allow' || applies(statement, request) === 'no') continue;
      const at = placeOf(statement, kind, request);
      if (at !== null) yield { kind, file: document.file, at: at.node, entry: at.text, action, resource, changes };
    }
  }
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

/** Services that the catalogue has no actions of: whatever is granted there is beyond a push to ECR. */
function* grantsOutside(search: Search, context: Keys): Generator<Grant> {
  const resources = [
    '*',
    ...search.resources.filter((resource) => findService(arnPartsOf(resource, false)[2] ?? '') === null),
  ];
  for (const action of actionsOutside(search.policies)) {
    const [prefix] = splitAction(action);
    const own = `arn:aws:${prefix}:${search.scenario.region}:${search.scenario.account}:elsewhere/elsewhere`;
    for (const resource of [...resources, own]) {
      const found = [...grantsOf(search, context, action, resource, 'other-action', null)];
      yield* found;
      if (found.length > 0) break;
    }
  }
}

function actionsOutside(policies: readonly CompiledPolicy[]): ReadonlySet<string> {
  const allows = policies.flatMap(({ statements }) => statements.filter(({ effect }) => effect === 'Allow'));
  const written = allows
    .filter(({ actions }) => !actions.negated)
    .flatMap(({ statement }) => statement.action?.entries ?? [])
    .map(({ value }) => value)
    .filter((value) => value.includes(':') && findService(splitAction(value)[0]) === null)
    .flatMap((value) => fillWildcards(value, 'Elsewhere').slice(0, 1));
  const isWide = allows.some(
    ({ actions }) =>
      actions.negated || actions.patterns.some(({ prefix }) => prefix === null || prefix.literal === null),
  );
  const everywhere = isWide ? servicePrefixes().filter((prefix) => findService(prefix) === null) : [];
  return new Set([...written, ...everywhere.map((prefix) => `${prefix}:Elsewhere`)]);
}
